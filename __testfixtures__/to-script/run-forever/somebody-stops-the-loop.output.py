import asyncio


async def work():
    await asyncio.sleep(0)
    print("work")
    loop.stop()


with asyncio.Runner() as runner:
    loop = runner.get_loop()
    loop.create_task(work())
    loop.run_forever()
print("stopped")

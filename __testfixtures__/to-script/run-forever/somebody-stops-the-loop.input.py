import asyncio


async def work():
    await asyncio.sleep(0)
    print("work")
    loop.stop()


loop = asyncio.new_event_loop()
loop.create_task(work())
loop.run_forever()
loop.close()
print("stopped")

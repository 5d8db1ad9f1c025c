import asyncio


async def tick():
    await asyncio.sleep(0)
    loop.stop()


loop = asyncio.new_event_loop()
loop.create_task(tick())
loop.run_forever()  # LS311
loop.close()

import asyncio


async def setup():
    await asyncio.sleep(0)


loop = asyncio.get_event_loop()
loop.run_until_complete(setup())  # LS301
loop.run_forever()  # LS214

import asyncio


async def work(name):
    await asyncio.sleep(0)
    return name.upper()


asyncio.set_event_loop(asyncio.new_event_loop())
print(asyncio.get_event_loop().run_until_complete(work("a")))

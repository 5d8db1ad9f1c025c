import asyncio

loop = asyncio.get_event_loop()


async def timed():
    start = loop.time()
    await asyncio.sleep(0.002)
    return loop.time() - start


elapsed = loop.run_until_complete(timed())
print(0.001 < elapsed < 1)
loop.close()

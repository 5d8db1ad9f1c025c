import asyncio


async def double(n):
    await asyncio.sleep(0)
    return 2 * n

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
results = loop.run_until_complete(asyncio.gather(*[double(n) for n in range(4)]))
loop.close()
print(results)

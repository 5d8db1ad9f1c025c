import asyncio
async def get(n):
    await asyncio.sleep(0.001*n)
    return n
loop = asyncio.get_event_loop()
futures = {}
for i in range(3):
    futures[i] = asyncio.ensure_future(get(i))
loop.run_until_complete(asyncio.wait(futures.values()))
print({k: f.result() for k, f in futures.items()})

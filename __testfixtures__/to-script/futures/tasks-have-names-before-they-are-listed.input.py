import asyncio
async def get(n):
    await asyncio.sleep(0.001*n)
    return n
loop = asyncio.get_event_loop()
tasks = []
for i in range(3):
    task = asyncio.ensure_future(get(i))
    tasks.append(task)
results = loop.run_until_complete(asyncio.gather(*tasks))
print(results)

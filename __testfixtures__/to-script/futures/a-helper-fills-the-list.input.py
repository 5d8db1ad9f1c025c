import asyncio
tasks = []
async def get(n):
    await asyncio.sleep(0.001*n)
    return n
def start(n):
    tasks.append(asyncio.ensure_future(get(n)))
loop = asyncio.get_event_loop()
for i in range(3):
    start(i)
print(loop.run_until_complete(asyncio.gather(*tasks)))

import asyncio
async def get(n):
    await asyncio.sleep(0.001*n)
    return n
def work(k):
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    tasks = []
    for i in range(3):
        t = asyncio.ensure_future(get(i * k))
        tasks.append(t)
    try:
        return loop.run_until_complete(asyncio.gather(*tasks))  # LS306
    finally:
        loop.close()
print(work(1), work(2))

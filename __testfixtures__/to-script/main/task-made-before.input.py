import asyncio


async def work(x):
    await asyncio.sleep(0)
    return x * 2


tasks = [asyncio.create_task(work(i)) for i in range(3)]
done = await asyncio.gather(*tasks)
print(done)

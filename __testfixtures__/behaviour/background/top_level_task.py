import asyncio


async def work(n):
    for i in range(n):
        await asyncio.sleep(0)
    return n


task = asyncio.create_task(work(3))
print("task made")
other = await work(1)
print(other + await task)

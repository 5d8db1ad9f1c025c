import asyncio

async def cube(n):
    await asyncio.sleep(0)
    return n ** 3

jobs = asyncio.gather(cube(2), cube(3))
print("started")
print(await jobs)

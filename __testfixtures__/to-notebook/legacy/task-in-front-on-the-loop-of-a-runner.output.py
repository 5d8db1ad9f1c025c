import asyncio


async def tick(name, n):
    for i in range(n):
        print(name, i)
        await asyncio.sleep(0.01)


await tick("a", 2)
loop = asyncio.get_running_loop()
task = loop.create_task(tick("b", 2))
await asyncio.create_task(tick("c", 3))
other = asyncio.get_running_loop().create_task(tick("d", 1))
await asyncio.create_task(tick("e", 2))
await asyncio.wait([task, other])

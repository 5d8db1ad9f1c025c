import asyncio


async def tick(name, n):
    for i in range(n):
        print(name, i)
        await asyncio.sleep(0.01)


with asyncio.Runner() as runner:
    runner.run(tick("a", 2))
    loop = runner.get_loop()
    task = loop.create_task(tick("b", 2))
    runner.run(tick("c", 3))
    other = runner.get_loop().create_task(tick("d", 1))
    runner.run(tick("e", 2))
    runner.run(asyncio.wait([task, other]))

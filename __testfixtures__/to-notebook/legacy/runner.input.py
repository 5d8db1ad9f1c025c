import asyncio


async def work(name):
    await asyncio.sleep(0)
    return name.upper()


with asyncio.Runner() as runner:
    print(runner.run(work("a")))
    task = runner.get_loop().create_task(work("b"))  # LS353
    print(runner.run(work("c")))

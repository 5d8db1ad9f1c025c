import asyncio


async def work(name):
    await asyncio.sleep(0)
    return name.upper()


with asyncio.Runner() as runner:
    print(runner.run(work("a")))
    loop = runner.get_loop()
    task = loop.create_task(work("b"))
    print(loop.run_until_complete(task))

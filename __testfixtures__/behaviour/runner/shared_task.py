import asyncio


async def start():
    return asyncio.create_task(asyncio.sleep(0.001, "slept"))


async def finish(task):
    return await task


with asyncio.Runner() as runner:
    task = runner.run(start())
    print(type(task).__name__)
    print(runner.run(finish(task)))

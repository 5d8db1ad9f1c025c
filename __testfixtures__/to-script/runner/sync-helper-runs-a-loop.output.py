import asyncio


async def one():
    return 1


def helper():
    return asyncio.run(one())


queue = asyncio.Queue()
runner = asyncio.Runner()
runner.run(queue.put(helper()))
print(runner.run(queue.get()))
runner.close()

import asyncio


async def work(n):
    await asyncio.sleep(0)
    return n


runner_2 = asyncio.Runner()
with asyncio.Runner() as runner:
    print(runner.run(work(1)))
    print(runner.run(work(2)))


def go(n):
    return runner_2.run(work(n))


print(go(3), go(4))

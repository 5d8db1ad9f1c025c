import asyncio


async def steps(n):
    for i in range(n):
        await asyncio.sleep(0)
    print(n)


def run_all(counts):
    with asyncio.Runner() as runner:
        for n in counts:
            runner.run(steps(n))


run_all([3, 1, 2])

import asyncio


async def steps(n):
    for i in range(n):
        await asyncio.sleep(0)
    return n


def run_all(counts):
    with asyncio.Runner() as runner:
        return [runner.run(steps(n)) for n in counts]


print(run_all([3, 1, 2]))

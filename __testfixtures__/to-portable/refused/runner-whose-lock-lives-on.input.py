import asyncio


async def steps(lock, n):
    async with lock:
        await asyncio.sleep(0)
    return n


def run_all(counts):
    lock = asyncio.Lock()
    with asyncio.Runner() as runner:
        return [runner.run(steps(lock, n)) for n in counts]  # LS310


print(run_all([3, 1, 2]))

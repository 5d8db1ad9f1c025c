import asyncio


async def work(number):
    await asyncio.sleep(0)
    return number * 2


def double(a, b):
    with asyncio.Runner() as runner:
        return runner.run(work(a)), runner.run(work(b))  # LS306


print(double(1, 2), double(3, 4))

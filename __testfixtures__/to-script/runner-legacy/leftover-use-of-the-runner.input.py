import asyncio


async def work(number):
    await asyncio.sleep(0)
    return number * 2


def double(numbers):
    with asyncio.Runner() as runner:
        print(runner, runner.run(work(numbers[1])))  # LS302


print(callable(double))

import asyncio


async def work(number):
    await asyncio.sleep(0)
    return number * 2


def double(number):
    with asyncio.Runner(debug=False) as runner:  # one loop
        return runner.run(work(number))


print(double(1), double(2))

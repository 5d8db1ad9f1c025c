import asyncio


async def work(number):
    await asyncio.sleep(0)
    return number * 2


def double(numbers):
    with asyncio.Runner() as runner:
        loop = runner.get_loop()
        task = loop.create_task(work(numbers[0]))
        other = runner.get_loop().create_task(work(numbers[1]))
        print(runner.run(work(numbers[1])))
        return loop.run_until_complete(task) + loop.run_until_complete(other)


print(double([1, 2]))

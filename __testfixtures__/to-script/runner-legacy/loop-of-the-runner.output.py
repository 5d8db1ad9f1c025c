import asyncio


async def work(number):
    await asyncio.sleep(0)
    return number * 2


async def double(numbers):
    task = asyncio.create_task(work(numbers[0]))
    other = asyncio.get_running_loop().create_task(work(numbers[1]))
    print(await asyncio.create_task(work(numbers[1])))
    return await task + await other


print(asyncio.run(double([1, 2])))

import asyncio


async def work(number):
    await asyncio.sleep(0)
    return number * 2


async def main():
    task = asyncio.create_task(work(1))
    loop = asyncio.get_running_loop()
    other = await loop.run_in_executor(None, int, "3")
    return await task + other


print(asyncio.run(main()))

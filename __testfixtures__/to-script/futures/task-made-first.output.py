import asyncio


async def work(number):
    await asyncio.sleep(0)
    return number * 2


async def main():
    task = asyncio.create_task(work(2))
    await task
    print(task.result())


if __name__ == "__main__":
    asyncio.run(main())

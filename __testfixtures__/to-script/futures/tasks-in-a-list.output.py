import asyncio


async def work(number):
    await asyncio.sleep(0)
    return number * 2


async def main():
    tasks = [asyncio.ensure_future(work(number)) for number in range(3)]
    await asyncio.wait(tasks)
    for task in tasks:
        print(task.result())
    print("end")


if __name__ == "__main__":
    asyncio.run(main())

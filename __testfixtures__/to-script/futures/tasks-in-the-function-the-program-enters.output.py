import asyncio


async def work(number):
    await asyncio.sleep(0)
    return number * 2


async def main():
    tasks = [asyncio.create_task(work(number)) for number in range(3)]
    done, _ = await asyncio.wait(tasks)
    return sorted(task.result() for task in done)


if __name__ == "__main__":
    print(asyncio.run(main()))

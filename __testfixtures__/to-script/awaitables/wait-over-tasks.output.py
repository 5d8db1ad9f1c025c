import asyncio


async def work(x):
    await asyncio.sleep(0)
    return x


async def main():
    tasks = [asyncio.ensure_future(work(i)) for i in range(2)]
    done, pending = await asyncio.wait(tasks)
    print(sorted(task.result() for task in done), pending)


if __name__ == "__main__":
    asyncio.run(main())

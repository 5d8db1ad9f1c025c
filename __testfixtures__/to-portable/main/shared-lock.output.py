import asyncio


async def work(n):
    async with lock:
        await asyncio.sleep(0)
        return n * 2


async def main():
    global lock
    lock = asyncio.Lock()

    first = await work(1)
    async with lock:
        print("held")
    second = await work(first)
    print(second)


if __name__ == "__main__":
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        loop = None
    if loop is None:
        asyncio.run(main())
    else:
        task = loop.create_task(main())
        task.add_done_callback(lambda task: task.result())

import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


async def _main():
    first = await main("first")
    print(first)
    await main("second")


if __name__ == "__main__":
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        loop = None
    if loop is None:
        asyncio.run(_main())
    else:
        task = loop.create_task(_main())
        task.add_done_callback(lambda task: task.result())

import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


async def _main():
    loop = asyncio.get_running_loop()
    tasks = [loop.create_task(main(i)) for i in range(3)]
    print(await asyncio.gather(*tasks))


if __name__ == "__main__":
    try:
        loop_2 = asyncio.get_running_loop()
    except RuntimeError:
        loop_2 = None
    if loop_2 is None:
        asyncio.run(_main())
    else:
        task = loop_2.create_task(_main())
        task.add_done_callback(lambda task: task.result())

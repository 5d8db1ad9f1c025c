import asyncio


async def main():
    await asyncio.sleep(0)
    print("waited for")


async def _main():
    await asyncio.wait([asyncio.ensure_future(main()), asyncio.ensure_future(main())])


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

import asyncio


async def worker(name, loop):
    await asyncio.sleep(0)
    print(name, loop.is_running(), loop.time() > 0)


async def main(loop):
    tasks = [loop.create_task(worker(n, loop)) for n in "ab"]
    await asyncio.wait(tasks)


async def _main():
    await main(asyncio.get_running_loop())


if __name__ == "__main__":
    asyncio.run(_main())

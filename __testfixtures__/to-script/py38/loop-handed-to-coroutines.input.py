import asyncio


async def worker(name, loop):
    await asyncio.sleep(0)
    print(name, loop.is_running(), loop.time() > 0)


async def main(loop):
    tasks = [loop.create_task(worker(n, loop)) for n in "ab"]
    await asyncio.wait(tasks)


if __name__ == "__main__":
    event_loop = asyncio.get_event_loop()
    event_loop.run_until_complete(main(event_loop))
    event_loop.close()

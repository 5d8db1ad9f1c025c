import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


def go(name):
    try:
        loop = asyncio.get_event_loop()
    except RuntimeError:
        loop = asyncio.new_event_loop()
        asyncio.set_event_loop(loop)
    if loop.is_running():
        import concurrent.futures

        with concurrent.futures.ThreadPoolExecutor() as pool:
            return pool.submit(asyncio.run, main(name)).result()
    return loop.run_until_complete(main(name))


print(go("thread"))

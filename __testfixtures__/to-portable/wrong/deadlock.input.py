import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


def go(name):
    loop = None  # LS608
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        pass
    if loop and loop.is_running():
        return asyncio.run_coroutine_threadsafe(main(name), loop).result()
    return asyncio.run(main(name))


print(go("one"))

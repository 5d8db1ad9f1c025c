import asyncio
from concurrent.futures import ThreadPoolExecutor


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


def go(name):
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(main(name))

    # A loop is running: use a thread.
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(asyncio.run, main(name)).result()


print(go("one"), go("two"))

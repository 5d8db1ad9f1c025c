import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


from concurrent.futures import ThreadPoolExecutor


def go(name):
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(main(name))
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(asyncio.run, main(name)).result()


print(go("one"), go("two"))

# G2 a loop runs: a thread with `asyncio.run`, else `asyncio.run`
import asyncio


async def main():
    await asyncio.sleep(0)
    print("main")
    return 1


import concurrent.futures


def drive():
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(main())
    with concurrent.futures.ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(asyncio.run, main()).result()


print(drive())

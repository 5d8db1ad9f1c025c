# D33 a helper like it that the file does not call
import asyncio


async def main():
    await asyncio.sleep(0)
    print("main")
    return 1


import concurrent.futures


def run_sync(coro):
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(coro)
    with concurrent.futures.ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(asyncio.run, coro).result()

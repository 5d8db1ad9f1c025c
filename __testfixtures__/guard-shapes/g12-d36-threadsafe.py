# D36 `run_coroutine_threadsafe(…).result()` on the loop’s own thread
import asyncio


async def main():
    await asyncio.sleep(0)
    print("main")
    return 1


def drive():
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(main())
    return asyncio.run_coroutine_threadsafe(main(), loop).result()


print(drive())

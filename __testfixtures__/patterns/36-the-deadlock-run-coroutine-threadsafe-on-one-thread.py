# the deadlock: run_coroutine_threadsafe on one thread
import asyncio


async def main():
    await asyncio.sleep(0)
    return 1


def go():
    loop = asyncio.get_event_loop()
    if loop.is_running():
        return asyncio.run_coroutine_threadsafe(main(), loop).result()
    return loop.run_until_complete(main())


print(go())

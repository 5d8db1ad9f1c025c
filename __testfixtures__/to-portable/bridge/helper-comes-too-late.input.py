import asyncio
import concurrent.futures


async def work(n):
    await asyncio.sleep(0)
    return n


def go():
    return asyncio.run(work(1))


print(go())


def run_any(coro):
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(coro)
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, coro).result()


print(run_any(work(2)))
print(asyncio.run(work(3)))

import asyncio
import concurrent.futures


def blocking(n):
    return sum(range(n))


async def run_blocking_tasks(executor):
    loop = asyncio.get_event_loop()
    futures = [loop.run_in_executor(executor, blocking, n) for n in (10, 100, 1000)]
    completed, pending = await asyncio.wait(futures)
    return sorted(f.result() for f in completed)


if __name__ == '__main__':
    executor = concurrent.futures.ThreadPoolExecutor(max_workers=3)
    event_loop = asyncio.get_event_loop()
    try:
        print(event_loop.run_until_complete(run_blocking_tasks(executor)))
    finally:
        event_loop.close()

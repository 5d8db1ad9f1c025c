import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor


async def square(n):
    await asyncio.sleep(0)
    return n * n


def blocking(n):
    return asyncio.run(square(n))  # LS213


async def main():
    loop = asyncio.get_running_loop()
    jobs = [loop.run_in_executor(None, blocking, n) for n in range(3)]
    return await asyncio.gather(asyncio.to_thread(blocking, 9), *jobs)


def report():
    print("timer", asyncio.run(square(4)))  # LS213


print(await main())
timer = threading.Timer(0, report)
timer.start()
timer.join()
with ThreadPoolExecutor() as pool:
    print(list(pool.map(blocking, range(3))))
print(await square(5))

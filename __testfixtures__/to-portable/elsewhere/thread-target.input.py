import asyncio
import threading


async def get(n):
    await asyncio.sleep(0)
    return n


def work(n):
    print(asyncio.run(get(n)))  # LS213


def twice(n):
    work(n)
    work(n + 1)


thread = threading.Thread(target=twice, args=(1,), daemon=True)
thread.start()
thread.join()

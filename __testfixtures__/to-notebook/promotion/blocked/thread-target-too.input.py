import asyncio
import threading


async def get(n):
    await asyncio.sleep(0)
    return n


def f(n):
    print(asyncio.run(get(n)))  # LS418


f(1)
thread = threading.Thread(target=f, args=(2,))
thread.start()
thread.join()

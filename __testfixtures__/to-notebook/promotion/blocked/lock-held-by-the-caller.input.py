import asyncio
import threading


async def get(n):
    await asyncio.sleep(0)
    return n


lock = threading.Lock()


def f(n):
    return asyncio.run(get(n))  # LS419


def g(n):
    with lock:
        return f(n)


print(g(1))

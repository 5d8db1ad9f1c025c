import asyncio
import threading


async def get(n):
    await asyncio.sleep(0)
    return n


def fetch(n):
    return asyncio.run(get(n))  # LS418


def work():
    print(fetch(1))


thread = threading.Thread(target=work)
thread.start()
thread.join()
print(fetch(2))

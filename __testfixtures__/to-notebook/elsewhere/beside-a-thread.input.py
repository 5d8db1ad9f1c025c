import asyncio
import threading


async def get(n):
    await asyncio.sleep(0)
    return n


def work():
    print(asyncio.run(get(1)))  # LS213


def here():
    return asyncio.run(get(2))


thread = threading.Thread(target=work)
thread.start()
thread.join()
print(here(), asyncio.run(get(3)))

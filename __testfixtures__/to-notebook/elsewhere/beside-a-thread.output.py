import asyncio
import threading


async def get(n):
    await asyncio.sleep(0)
    return n


def work():
    print(asyncio.run(get(1)))  # LS213


async def here():
    return await get(2)


thread = threading.Thread(target=work)
thread.start()
thread.join()
print(await here(), await get(3))

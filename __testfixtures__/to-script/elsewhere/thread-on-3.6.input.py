import asyncio
import threading


async def get(n):
    await asyncio.sleep(0)
    return n


def work(n):
    print(asyncio.run(get(n)))  # LS216


thread = threading.Thread(target=work, args=(1,))
thread.start()
thread.join()

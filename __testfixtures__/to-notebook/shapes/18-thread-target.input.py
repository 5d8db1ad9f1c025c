import asyncio


async def main():
    await asyncio.sleep(0)
    return "main"


async def f(n=2):
    await asyncio.sleep(0)
    return n


import threading

thread = threading.Thread(target=asyncio.run, args=(main(),))  # LS213
thread.start()
thread.join()

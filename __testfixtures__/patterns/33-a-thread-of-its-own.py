# a thread of its own
import asyncio


async def main():
    await asyncio.sleep(0)
    return 1


import threading

thread = threading.Thread(target=asyncio.run, args=(main(),))
thread.start()
thread.join()

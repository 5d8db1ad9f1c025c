import asyncio
import threading


async def get(n):
    await asyncio.sleep(0)
    return n


class Worker(threading.Thread):
    def run(self):
        print(asyncio.run(get(1)))  # LS213


worker = Worker()
worker.start()
worker.join()

import asyncio
import time


async def fill(queue):
    for item in range(3):
        await queue.put(item)


async def drain(queue):
    return [await queue.get() for _ in range(queue.qsize())]


def run(loop, queue):
    print(loop is not None)


loop = asyncio.new_event_loop()
queue = asyncio.Queue()
print("filling", time.time() > 0)
loop.run_until_complete(fill(queue))  # LS306
run(loop, queue)
print(loop.run_until_complete(drain(queue)))  # LS306
loop.close()

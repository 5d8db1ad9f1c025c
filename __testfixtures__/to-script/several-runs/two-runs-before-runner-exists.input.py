import asyncio
import time


async def fill(queue):
    for item in range(3):
        await queue.put(item)


async def drain(queue):
    return [await queue.get() for _ in range(queue.qsize())]


def describe(loop, queue):
    print(loop is not None, queue.qsize())


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
started = time.time()
queue = asyncio.Queue()
print("filling", started > 0)
loop.run_until_complete(fill(queue))
describe(loop, queue)
print(loop.run_until_complete(drain(queue)))
loop.close()

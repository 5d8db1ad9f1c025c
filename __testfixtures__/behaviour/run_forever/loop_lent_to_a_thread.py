import asyncio
import threading


async def make_queue():
    return asyncio.Queue()


async def put(queue, value):
    await queue.put(value)
    return queue.qsize()


loop = asyncio.new_event_loop()
queue = loop.run_until_complete(make_queue())
thread = threading.Thread(target=loop.run_forever)
thread.start()
print(asyncio.run_coroutine_threadsafe(put(queue, "first"), loop).result())
loop.call_soon_threadsafe(loop.stop)
thread.join()
loop.close()
print("joined")

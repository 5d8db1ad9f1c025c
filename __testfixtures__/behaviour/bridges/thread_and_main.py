"""A worker thread beside a main program that runs coroutines of its own."""
import asyncio
import queue
import threading

jobs = queue.Queue()
done = []


async def handle(job):
    await asyncio.sleep(0)
    return job.upper()


def worker():
    while True:
        job = jobs.get()
        if job is None:
            return
        done.append(asyncio.run(handle(job)))


async def produce(names):
    for name in names:
        await asyncio.sleep(0)
        jobs.put(name)
    return len(names)


thread = threading.Thread(target=worker)
thread.start()
print(asyncio.run(produce(["a", "b", "c"])))
jobs.put(None)
thread.join()
print(done)

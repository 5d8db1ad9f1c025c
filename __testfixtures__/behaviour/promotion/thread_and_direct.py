import asyncio
import threading


async def work(n):
    await asyncio.sleep(0)
    return n * n


results = []


def job(n):
    results.append(asyncio.run(work(n)))


thread = threading.Thread(target=job, args=(3,))
thread.start()
thread.join()
job(4)
print(results)

import asyncio
import threading

results = []


async def work(name):
    await asyncio.sleep(0)
    results.append(name)


def worker(name):
    asyncio.run(work(name))


threads = [threading.Thread(target=worker, args=(name,)) for name in "ab"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(results))

import asyncio
import threading

results = []


async def work(name):
    await asyncio.sleep(0)
    results.append(name)


def worker(name):
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    loop.run_until_complete(work(name))
    loop.close()


threads = [threading.Thread(target=worker, args=(name,)) for name in "ab"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(results))

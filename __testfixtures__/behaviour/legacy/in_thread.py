import asyncio
import threading

results = []


async def work(n):
    await asyncio.sleep(0)
    return n * 3


def thread_main(n):
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    try:
        results.append(loop.run_until_complete(work(n)))
    finally:
        loop.close()


threads = [threading.Thread(target=thread_main, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(results))

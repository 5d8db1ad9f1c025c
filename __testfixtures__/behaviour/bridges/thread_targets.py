"""Every way of handing a function to a thread, each with a loop of its own."""
import asyncio
import functools
import threading

results = {}


async def double(n):
    await asyncio.sleep(0)
    return n * 2


def work(name, n):
    results[name] = asyncio.run(double(n))


def later():
    results["timer"] = asyncio.run(double(4))


threads = [
    threading.Thread(target=work, args=("plain", 1)),
    threading.Thread(target=functools.partial(work, "partial", 2)),
    threading.Thread(target=lambda: work("lambda", 3)),
    threading.Timer(0, later),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(results.items()))

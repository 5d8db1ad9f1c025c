# a thread of its own
import asyncio
import threading


async def main():
    await asyncio.sleep(0)
    return 1


def run_in_thread(coroutine):
    results = []
    thread = threading.Thread(target=lambda: results.append(asyncio.run(coroutine)))
    thread.start()
    thread.join()
    return results[0]


print(run_in_thread(main()))

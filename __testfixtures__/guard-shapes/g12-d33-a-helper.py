# D33 a helper with a thread that the file calls
import asyncio


async def main():
    await asyncio.sleep(0)
    print("main")
    return 1


import threading


def run_sync(coro):
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(coro)
    box = []
    thread = threading.Thread(target=lambda: box.append(asyncio.run(coro)))
    thread.start()
    thread.join()
    return box[0]


print(run_sync(main()))

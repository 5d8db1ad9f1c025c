import asyncio
import threading


async def work(name):
    await asyncio.sleep(0)
    print(name)


def worker(name):
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    loop.run_until_complete(work(name))  # LS213
    loop.close()


thread = threading.Thread(target=worker, args=("a",))
thread.start()
thread.join()

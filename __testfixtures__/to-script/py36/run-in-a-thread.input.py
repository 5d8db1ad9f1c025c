import asyncio
import threading


async def main():
    await asyncio.sleep(0)
    print("main")


def worker():
    asyncio.run(main())  # LS216


thread = threading.Thread(target=worker)
thread.start()
thread.join()

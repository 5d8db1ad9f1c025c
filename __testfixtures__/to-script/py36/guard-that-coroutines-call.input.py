import asyncio
import threading


async def load(n):
    await asyncio.sleep(0)
    return n * 2


def get(n):
    try:  # LS216
        asyncio.get_running_loop()  # LS316
    except RuntimeError:
        return asyncio.run(load(n))
    box = []
    thread = threading.Thread(target=lambda: box.append(asyncio.run(load(n))))  # LS316
    thread.start()
    thread.join()
    return box[0]


def both():
    return get(1) + get(2)


async def main():
    # a loop is running here, and `get` asks for it
    print("inside", both())


print("outside", both())
asyncio.run(main())

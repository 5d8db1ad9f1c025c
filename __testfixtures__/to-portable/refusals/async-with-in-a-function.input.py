import asyncio

lock = asyncio.Lock()


def work():
    async with lock:  # LS633
        print('held')


work()

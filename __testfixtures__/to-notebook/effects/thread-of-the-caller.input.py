import asyncio
import threading

lock = threading.RLock()


async def place():
    await asyncio.sleep(0)
    return threading.current_thread().name


async def locked():
    with lock:
        return "in"


class Client:
    def __init__(self):
        self.place = asyncio.run(place())  # LS624


def enter():
    with lock:
        return asyncio.run(locked())  # LS625


print(Client().place, enter())

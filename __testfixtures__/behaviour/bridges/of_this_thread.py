"""What the coroutine finds on the thread that calls it."""
import asyncio
import threading

local = threading.local()
local.user = "me"
lock = threading.RLock()


async def user():
    await asyncio.sleep(0)
    return local.user


async def place():
    await asyncio.sleep(0)
    return threading.current_thread() is threading.main_thread()


async def guarded():
    await asyncio.sleep(0)
    with lock:
        return "in"


class Client:
    def __init__(self):
        self.user = asyncio.run(user())
        self.main = asyncio.run(place())


def enter():
    with lock:
        return asyncio.run(guarded())


client = Client()
print(client.user, client.main)
print(enter())

import asyncio
import atexit
import signal


async def get(n):
    await asyncio.sleep(0)
    return n


@atexit.register
def bye():
    print(asyncio.run(get("bye")))  # LS213


def on_signal(number, frame):
    print(asyncio.run(get(number)))  # LS213


atexit.register(lambda: asyncio.run(get("lambda")))  # LS213
signal.signal(signal.SIGTERM, on_signal)
print("ready")

import time


def wait():
    time.sleep(0.01)


async def later():
    return lambda: time.sleep(0.01)


wait()

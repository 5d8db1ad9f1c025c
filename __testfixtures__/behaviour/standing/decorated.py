import asyncio
import functools
import time


def timed(function):
    @functools.wraps(function)
    def wrapper(*args):
        start = time.perf_counter()
        value = function(*args)
        assert time.perf_counter() >= start
        print(function.__name__, "->", value)
        return value
    return wrapper


async def fetch(n):
    await asyncio.sleep(0)
    return n + 1


@timed
def load(n):
    return asyncio.run(fetch(n))


load(1)
load(2)

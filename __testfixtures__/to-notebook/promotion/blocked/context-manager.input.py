import asyncio
import contextlib


async def get(n):
    await asyncio.sleep(0)
    return n


def f(n):
    return asyncio.run(get(n))  # LS405


@contextlib.contextmanager
def g(n):
    yield f(n)


with g(2) as n:
    print(n)

import asyncio
import functools


async def get(n):
    await asyncio.sleep(0)
    return n


def sync(f):
    @functools.wraps(f)
    def wrapper(*args):
        return asyncio.run(f(*args))  # LS401

    return wrapper


@sync
async def twice(n):
    return await get(n) * 2


print(twice(2))

import asyncio

__all__ = ["f"]


async def get(n):
    await asyncio.sleep(0)
    return n


def f(n):
    return asyncio.run(get(n))  # LS417


print(f(1))

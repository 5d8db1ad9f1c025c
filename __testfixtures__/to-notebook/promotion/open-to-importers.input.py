import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


def fetch(n):
    return asyncio.run(get(n))  # LS431


def _private(n):
    return asyncio.run(get(n))


async def main():
    return fetch(1) + _private(2)

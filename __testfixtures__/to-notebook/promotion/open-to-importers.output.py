import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


async def fetch(n):
    return await get(n)  # LS431


async def _private(n):
    return await get(n)


async def main():
    return await fetch(1) + await _private(2)

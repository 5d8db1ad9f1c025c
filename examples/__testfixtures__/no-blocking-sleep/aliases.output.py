import asyncio
from time import perf_counter


async def main():
    start = perf_counter()
    await asyncio.sleep(0.01)
    return perf_counter() - start

import asyncio
from concurrent.futures import ThreadPoolExecutor


async def main():
    return 42


pool = ThreadPoolExecutor()
future = pool.submit(asyncio.run, main())
print('meanwhile')
print(future.result())

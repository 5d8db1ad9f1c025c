import asyncio
from concurrent.futures import ThreadPoolExecutor


async def main():
    await asyncio.sleep(0)
    return 42


with ThreadPoolExecutor() as pool:
    print(pool.submit(asyncio.run, main()).result())

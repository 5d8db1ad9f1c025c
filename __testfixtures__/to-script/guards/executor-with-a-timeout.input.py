import asyncio
from concurrent.futures import ThreadPoolExecutor


async def main():
    await asyncio.sleep(0)
    return "in time"


with ThreadPoolExecutor() as pool:
    print(pool.submit(asyncio.run, main()).result(timeout=5))

# D34 `pool.submit(asyncio.run, c).result()`
import asyncio


async def main():
    await asyncio.sleep(0)
    print("main")
    return 1


from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor() as pool:
    print(pool.submit(asyncio.run, main()).result())

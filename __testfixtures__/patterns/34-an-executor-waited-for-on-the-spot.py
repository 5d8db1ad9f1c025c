# an executor, waited for on the spot
import asyncio


async def main():
    await asyncio.sleep(0)
    return 1


from concurrent.futures import ThreadPoolExecutor

print(ThreadPoolExecutor().submit(asyncio.run, main()).result())

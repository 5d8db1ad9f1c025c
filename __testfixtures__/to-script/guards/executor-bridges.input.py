import asyncio
import concurrent.futures
from concurrent.futures import ThreadPoolExecutor


async def main(name="main"):
    await asyncio.sleep(0)
    return name


print(ThreadPoolExecutor().submit(asyncio.run, main("a")).result())

with ThreadPoolExecutor(max_workers=1) as pool:
    # one thread is enough
    name = pool.submit(asyncio.run, main("b")).result()
print(name)

with concurrent.futures.ThreadPoolExecutor() as executor:
    future = executor.submit(asyncio.run, main("c"))
    print(future.result())

pool = ThreadPoolExecutor()
future = pool.submit(lambda: asyncio.run(main("d")))
print(future.result())

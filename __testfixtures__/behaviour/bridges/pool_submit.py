import asyncio
from concurrent.futures import ThreadPoolExecutor


async def load(name):
    await asyncio.sleep(0)
    return {"name": name, "size": len(name)}


with ThreadPoolExecutor(max_workers=1) as pool:
    record = pool.submit(asyncio.run, load("config")).result()
print(record)

record = ThreadPoolExecutor(1).submit(lambda: asyncio.run(load("other"))).result()
print(record["size"])

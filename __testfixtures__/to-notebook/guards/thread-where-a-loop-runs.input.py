import asyncio
from concurrent.futures import ThreadPoolExecutor


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


try:
    asyncio.get_running_loop()
except RuntimeError:
    name = asyncio.run(main())
else:
    with ThreadPoolExecutor(max_workers=1) as pool:
        name = pool.submit(asyncio.run, main()).result()
print(name)

import asyncio
from asyncio import gather, shield, wait_for as limit


async def fetch(n):
    await asyncio.sleep(n / 100)
    return n


async def main():
    loop = asyncio.get_running_loop()
    print(await gather(fetch(1), fetch(2), return_exceptions=True))
    print(await limit(shield(fetch(3)), timeout=1))
    for first in asyncio.as_completed([fetch(4)]):
        print(await first)


asyncio.run(main())

import asyncio
from asyncio import gather, shield, wait_for as limit


async def fetch(n):
    await asyncio.sleep(n / 100)
    return n


async def main():
    loop = asyncio.get_event_loop()
    print(await gather(fetch(1), fetch(2), loop=loop, return_exceptions=True))
    print(await limit(shield(fetch(3), loop=loop), loop=loop, timeout=1))
    for first in asyncio.as_completed([fetch(4)], loop=loop):
        print(await first)


loop = asyncio.get_event_loop()
loop.run_until_complete(main())
loop.close()

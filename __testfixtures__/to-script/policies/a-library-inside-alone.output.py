import asyncio

import aiohttp


async def main():
    async with aiohttp.ClientSession() as session:
        print(session.closed)


asyncio.run(main(), loop_factory=asyncio.SelectorEventLoop)

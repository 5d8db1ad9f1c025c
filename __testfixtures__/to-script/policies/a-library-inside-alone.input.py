import asyncio
import sys

import aiohttp

if sys.platform.startswith("win"):
    asyncio.set_event_loop_policy(asyncio.WindowsSelectorEventLoopPolicy())


async def main():
    async with aiohttp.ClientSession() as session:
        print(session.closed)


asyncio.run(main())

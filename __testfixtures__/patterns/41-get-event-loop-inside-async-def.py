# get_event_loop inside async def
import asyncio


async def main():
    loop = asyncio.get_event_loop()
    return await loop.run_in_executor(None, int)


asyncio.run(main())

# run_until_complete inside a handler
import asyncio


async def main():
    await asyncio.sleep(0)
    return 1


async def route():
    loop = asyncio.get_event_loop()
    return loop.run_until_complete(main())

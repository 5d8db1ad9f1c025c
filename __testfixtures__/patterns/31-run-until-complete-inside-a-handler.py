# run_until_complete inside a handler
import asyncio

loop = asyncio.get_event_loop()


async def main():
    await asyncio.sleep(0)
    return 1


async def route():
    return loop.run_until_complete(main())


async def other_route():
    loop = asyncio.get_event_loop()
    return loop.run_until_complete(main())

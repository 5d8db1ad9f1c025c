import asyncio


async def main():
    loop = asyncio.get_event_loop()  # the one that runs
    return loop.time() > 0


print(asyncio.run(main()))

import asyncio


async def main():
    loop = asyncio.get_running_loop()  # the one that runs
    return loop.time() > 0


print(asyncio.run(main()))

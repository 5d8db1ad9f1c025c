import asyncio
import sys


async def main():
    if sys.version_info >= (3, 11):
        async with asyncio.timeout(1):
            await asyncio.sleep(0)
    else:
        await asyncio.wait_for(asyncio.sleep(0), 1)
    print("done")


asyncio.run(main())

# asyncio.run inside async def
import asyncio


async def main():
    await asyncio.sleep(0)
    return 1


async def outer():
    return asyncio.run(main())


print(asyncio.run(outer()))

# several sites in one module
import asyncio


async def main():
    await asyncio.sleep(0)
    return 1


asyncio.run(main())
print(asyncio.run(main()))

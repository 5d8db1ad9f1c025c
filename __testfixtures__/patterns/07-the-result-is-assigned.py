# the result is assigned
import asyncio


async def main():
    await asyncio.sleep(0)
    return 1


result = asyncio.run(main())
print(result)

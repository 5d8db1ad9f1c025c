import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n + 1


async def main():
    return await get(1) + await get(2)


print(asyncio.run(main()))

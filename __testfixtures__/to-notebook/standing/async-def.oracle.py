import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


async def main():
    values = [await get(n) for n in range(2)]
    return values, None


print(len(asyncio.run(main())))

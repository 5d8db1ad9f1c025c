import asyncio


async def main(n=1):
    await asyncio.sleep(0)
    return n


print(await main())
x = await main(2)
print(x, await main(await main(3)))

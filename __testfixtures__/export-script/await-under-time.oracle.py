import asyncio


async def f(x):
    await asyncio.sleep(0)
    return x


async def main():
    print(await f(1))
    print(await f(2))
    async with asyncio.Lock():
        print(await f(3))


asyncio.run(main())

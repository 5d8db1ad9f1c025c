import asyncio


async def double(x):
    return 2 * x


async def helper():
    return await double(2)


async def main():
    print(await helper())


asyncio.run(main())

import asyncio
import nest_asyncio

nest_asyncio.apply()


async def double(x):
    return 2 * x


def helper():
    return asyncio.run(double(2))


async def main():
    print(helper())


asyncio.run(main())

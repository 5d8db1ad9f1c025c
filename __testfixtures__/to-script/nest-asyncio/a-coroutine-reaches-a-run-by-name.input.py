import asyncio
import nest_asyncio

nest_asyncio.apply()  # LS650


async def double(x):
    return 2 * x


def helper(x):
    return asyncio.run(double(x))  # LS401


async def main():
    print(helper(1), list(map(helper, [2])))


asyncio.run(main())

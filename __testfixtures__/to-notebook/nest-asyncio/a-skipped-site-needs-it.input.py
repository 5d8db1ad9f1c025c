import asyncio, nest_asyncio

nest_asyncio.apply()  # LS650


async def double(x):
    return 2 * x


asyncio.run(double(1))  # loopshift: skip

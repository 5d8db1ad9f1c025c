import asyncio
import nest_asyncio

nest_asyncio.apply()  # LS650


async def double(x):
    await asyncio.sleep(0)
    return 2 * x


print(asyncio.run(double(2), debug=True))  # LS207

# %%
import asyncio
import nest_asyncio

nest_asyncio.apply()


async def double(x):
    await asyncio.sleep(0)
    return 2 * x


result = asyncio.run(double(21))
print(result)

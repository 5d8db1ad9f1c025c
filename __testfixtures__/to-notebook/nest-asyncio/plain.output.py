# %%
import asyncio


async def double(x):
    await asyncio.sleep(0)
    return 2 * x


result = await double(21)
print(result)

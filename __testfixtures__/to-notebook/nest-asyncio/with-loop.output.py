# %%
import asyncio


async def double(x):
    await asyncio.sleep(0)
    return 2 * x


print(await double(2))
print(await double(3))

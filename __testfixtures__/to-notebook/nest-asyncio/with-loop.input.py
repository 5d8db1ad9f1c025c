# %%
import asyncio
import nest_asyncio

loop = asyncio.get_event_loop()
nest_asyncio.apply(loop)


async def double(x):
    await asyncio.sleep(0)
    return 2 * x


print(loop.run_until_complete(double(2)))
print(loop.run_until_complete(double(3)))

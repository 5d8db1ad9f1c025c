# %%
import nest_asyncio
loop = __import__('asyncio').new_event_loop()
nest_asyncio.apply(loop=loop)
import asyncio
asyncio.set_event_loop(loop)


async def double(x):
    return 2 * x


print(loop.run_until_complete(double(2)))

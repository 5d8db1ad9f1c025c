# %%
import asyncio
import nest_asyncio as _nest; _nest.apply()
from nest_asyncio import apply as patch; patch()
__import__("nest_asyncio").apply()
nested = __import__('nest_asyncio')
nested.apply(asyncio.get_event_loop())


async def double(x):
    return 2 * x


def triple(x):
    import nest_asyncio
    nest_asyncio.apply()
    return 3 * x


print(await double(2), triple(3))

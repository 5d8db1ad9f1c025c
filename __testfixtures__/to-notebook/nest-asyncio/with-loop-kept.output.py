import asyncio
import nest_asyncio
from our_tools import show

nest_asyncio.apply()  # LS651


async def double(x):
    await asyncio.sleep(0)
    return 2 * x


show(await double(2))

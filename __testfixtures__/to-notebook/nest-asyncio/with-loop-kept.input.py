import asyncio
import nest_asyncio
from our_tools import show

loop = asyncio.get_event_loop()
nest_asyncio.apply(loop)  # LS651


async def double(x):
    await asyncio.sleep(0)
    return 2 * x


show(loop.run_until_complete(double(2)))

import asyncio
import nest_asyncio

nest_asyncio.apply = lambda *args, **options: None
nest_asyncio.apply()  # LS654


async def double(x):
    return 2 * x


await double(2)

import asyncio

import nest_asyncio

nest_asyncio.apply()  # LS650


async def fetch():
    return 1


def fetch_sync():
    return asyncio.run(fetch())

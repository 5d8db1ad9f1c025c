import asyncio

import nest_asyncio

nest_asyncio.apply()  # LS650


async def main():
    return 42


print(asyncio.run(main()))

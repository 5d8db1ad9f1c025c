# nest_asyncio.apply() and run
import asyncio

import nest_asyncio

nest_asyncio.apply()


async def main():
    await asyncio.sleep(0)
    return 1


print(asyncio.run(main()))

import asyncio

import nest_asyncio

loop = asyncio.new_event_loop()
nest_asyncio.apply(loop)


async def main():
    return 1


print(loop.run_until_complete(main()))
loop.close()

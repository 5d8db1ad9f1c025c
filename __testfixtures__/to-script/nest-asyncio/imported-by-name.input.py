import asyncio

from nest_asyncio import apply

apply()


async def main():
    await asyncio.sleep(0)
    return 1


print(asyncio.run(main()))

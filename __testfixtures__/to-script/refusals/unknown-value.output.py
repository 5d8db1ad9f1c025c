import asyncio

from library import pending


async def main():
    return await pending


print(asyncio.run(main()))

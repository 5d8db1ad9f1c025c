import asyncio


async def main():
    return "chained"


print(asyncio.run(main()).title())

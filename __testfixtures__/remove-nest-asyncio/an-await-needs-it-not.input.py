import nest_asyncio

nest_asyncio.apply()


async def main():
    return 42


print(await main())

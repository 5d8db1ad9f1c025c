import nest_asyncio

nest_asyncio.apply()


async def main():
    return 1


print(await main())

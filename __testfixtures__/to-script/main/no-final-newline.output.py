import asyncio


def after():
    return 1


async def main():
    async with asyncio.Lock():
        print("locked")


if __name__ == "__main__":
    asyncio.run(main())
import asyncio


async def main():
    async with asyncio.Lock():
        start = 5

    def count(n, first=start):
        return list(range(first, first + n))

    print(count(2))


if __name__ == "__main__":
    asyncio.run(main())

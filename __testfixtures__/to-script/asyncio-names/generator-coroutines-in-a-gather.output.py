import asyncio


async def slow(n):
    await asyncio.sleep(0)
    return n


async def main():
    first = await slow(1)
    rest = await asyncio.gather(slow(2), slow(3))
    print(first, rest)


if __name__ == "__main__":
    asyncio.run(main())

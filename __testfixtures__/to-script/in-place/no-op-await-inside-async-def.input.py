import asyncio


async def double(x):
    await asyncio.sleep(0)
    return x * 2


async def main():
    print(await double(21))


if __name__ == "__main__":
    asyncio.run(main())

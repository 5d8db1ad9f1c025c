import asyncio


async def one():
    await asyncio.sleep(0)
    print("one")


async def two():
    await asyncio.sleep(0)
    print("two")


def blocking():
    print("blocking")


async def main():
    await one()
    blocking()
    await two()


if __name__ == "__main__":
    asyncio.run(main())

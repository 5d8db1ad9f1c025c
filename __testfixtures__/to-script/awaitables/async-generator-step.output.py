import asyncio


async def count():
    for i in range(3):
        await asyncio.sleep(0)
        yield i


numbers = count()


async def main():
    print(await numbers.__anext__())
    print(await numbers.asend(None))


if __name__ == "__main__":
    asyncio.run(main())

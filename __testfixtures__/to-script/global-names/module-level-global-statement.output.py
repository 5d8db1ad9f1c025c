import asyncio


def show():
    return x, y


async def main():
    global x, y
    async with asyncio.Lock():
        x = 1
    y = 2

    print(show())


if __name__ == "__main__":
    asyncio.run(main())

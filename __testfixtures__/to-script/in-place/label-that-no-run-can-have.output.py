import asyncio


async def double(number):
    await asyncio.sleep(0)
    return 2 * number


width = 6


async def main():
    print(f"{await double(2):>{await double(width)}}|")
    print(f"{(await double(3))=}")


if __name__ == "__main__":
    asyncio.run(main())

import asyncio


async def work(number):
    await asyncio.sleep(0)
    return number * 2


async def main():
    print(await work(1))
    print(await work(2))


if __name__ == "__main__":
    asyncio.run(main())

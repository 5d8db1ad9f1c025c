import asyncio


def block(number):
    return number * 2


async def double(number):
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(None, block, number)


async def main():
    loop = asyncio.get_running_loop()
    futures = [loop.run_in_executor(None, block, number) for number in range(3)]
    print(await asyncio.gather(*futures, double(5)))


if __name__ == "__main__":
    asyncio.run(main())

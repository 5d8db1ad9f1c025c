import asyncio


async def add(a, b):
    await asyncio.sleep(0)
    return a + b


if __name__ == "__main__":
    first = asyncio.run(add(1, 2))
    # and again
    print(asyncio.run(add(first, 3)))
    for number in range(2):
        print(asyncio.run(add(number, number)))

import asyncio


async def add(a, b):
    await asyncio.sleep(0)
    return a + b


if __name__ == "__main__":
    loop = asyncio.get_event_loop()
    first = loop.run_until_complete(add(1, 2))
    # and again
    print(loop.run_until_complete(add(first, 3)))
    for number in range(2):
        print(loop.run_until_complete(add(number, number)))

import asyncio


async def add(x, y):
    await asyncio.sleep(0)
    return x + y


def compute():
    first = asyncio.run(\
        add(1, 2))
    return first


def again():
    result = asyncio.run(
        # three and four
        add(3, 4)
    )
    return result


print(compute(), again())

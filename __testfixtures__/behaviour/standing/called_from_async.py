import asyncio


async def value():
    await asyncio.sleep(0)
    return 10


def helper():
    return asyncio.run(value()) + 1


def outer():
    return helper() * 2


if __name__ == "__main__":
    print(outer())
    print(helper())

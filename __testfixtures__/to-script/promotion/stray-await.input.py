import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


def helper(n):
    return await get(n)


def other(n):
    return helper(n) + 1


def apart(n):
    return await get(n)


async def main():
    return other(1)


print(asyncio.run(main()))
print(other(2), apart(3))

import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


async def helper(n):
    return await get(n)


async def other(n):
    return await helper(n) + 1


def apart(n):
    return asyncio.run(get(n))


async def main():
    return await other(1)


print(asyncio.run(main()))
print(asyncio.run(other(2)), apart(3))

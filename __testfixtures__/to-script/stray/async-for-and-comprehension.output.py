import asyncio


async def fetch(x):
    await asyncio.sleep(0)
    return x * 2


async def count(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


def total(n):
    result = 0

    async def main():
        nonlocal result
        async for i in count(n):
            result += i
        return result

    return asyncio.run(main())


def values(n):
    async def main():
        return [i async for i in count(n)]

    return asyncio.run(main())


print(total(4), values(3))

import asyncio


async def fetch(x):
    await asyncio.sleep(0)
    return x * 2


def later(x):
    return fetch(x)


def load(x):
    async def main():
        return await later(x)

    return asyncio.run(main())


print(load(5))

import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


class Store:
    async def load(self, n):
        return await get(n)

    async def load_all(self, numbers):
        return [await self.load(n) for n in numbers]


def apart(n):
    return asyncio.run(Store().load(n)) * 10


async def main():
    return await Store().load_all([1, 2])


print(asyncio.run(main()))
print(apart(3), sum(asyncio.run(Store().load(n)) for n in range(3)), (lambda n: asyncio.run(Store().load(n)))(4))
print(f"{asyncio.run(Store().load(5))}")

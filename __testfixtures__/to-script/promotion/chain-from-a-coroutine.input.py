import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


class Store:
    def load(self, n):
        return asyncio.run(get(n))

    def load_all(self, numbers):
        return [self.load(n) for n in numbers]


def apart(n):
    return Store().load(n) * 10


async def main():
    return Store().load_all([1, 2])


print(asyncio.run(main()))
print(apart(3), sum(Store().load(n) for n in range(3)), (lambda n: Store().load(n))(4))
print(f"{Store().load(5)}")

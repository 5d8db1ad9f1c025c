import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


class K:
    def __init__(self, n):
        self.n = asyncio.run(get(n))  # LS407

    @property
    def twice(self):
        return asyncio.run(get(self.n)) * 2  # LS404

    def __iter__(self):
        return iter([asyncio.run(get(n)) for n in range(self.n)])  # LS407


print(K(2).n, K(3).twice, list(K(2)))

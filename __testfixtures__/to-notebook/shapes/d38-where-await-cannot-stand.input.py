import asyncio


async def load(n):
    await asyncio.sleep(0)
    return n


class K:
    def __init__(self):
        self.n = asyncio.run(load(1))  # LS407

    @property
    def p(self):
        return asyncio.run(load(2))  # LS404

    def __del__(self):
        asyncio.run(load(3))  # LS407


key = lambda n: asyncio.run(load(-n))  # LS201
k = K()
print(k.n, k.p, sorted([1, 2], key=key))
del k

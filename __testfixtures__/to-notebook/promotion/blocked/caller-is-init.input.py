import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


class K:
    def __init__(self, n):
        self.load(n)

    def load(self, n):
        self.n = asyncio.run(get(n))  # LS407


print(K(2).n)

import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


class K:
    def __init__(self, n):
        self.n = asyncio.run(get(n))  # LS407

    def __enter__(self):
        return asyncio.run(get(self.n))  # LS407

    def __exit__(self, *error):
        asyncio.run(get(0))  # LS407

    def __contains__(self, n):
        return asyncio.run(get(n)) == self.n  # LS407

    def __getitem__(self, n):
        return asyncio.run(get(n))  # LS407


with K(1) as n:
    print(n, 1 in K(1), K(1)[5])

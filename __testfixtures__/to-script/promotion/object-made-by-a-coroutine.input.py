import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


class Client:
    def __init__(self, n):
        self.n = asyncio.run(get(n))  # LS407


async def main():
    return Client(1).n


print(main.__name__, Client(2).n)

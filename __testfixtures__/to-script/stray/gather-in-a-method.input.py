import asyncio


async def fetch(x):
    await asyncio.sleep(0)
    return x * 2


class Loader:
    def __init__(self, values):
        self.values = values

    def load(self):
        tasks = [fetch(value) for value in self.values]
        return await asyncio.gather(*tasks)


print(Loader([1, 2]).load())

# %%


async def double(x):
    return 2 * x


async def main():
    return await double(1)


class Doubler:
    def __init__(self):
        pass

    async def go(self):
        return await double(2)


print(await main(), await Doubler().go())

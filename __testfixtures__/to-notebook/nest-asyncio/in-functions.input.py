# %%
import asyncio, nest_asyncio; nest_asyncio.apply()


async def double(x):
    return 2 * x


def main():
    nest_asyncio.apply()
    loop = asyncio.get_event_loop()
    return loop.run_until_complete(double(1))


class Doubler:
    def __init__(self):
        import nest_asyncio
        nest_asyncio.apply()

    def go(self):
        return asyncio.run(double(2))


print(main(), Doubler().go())

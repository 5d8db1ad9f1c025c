import asyncio


async def rate():
    await asyncio.sleep(0)
    return 0.5


def make_converter():
    factor = asyncio.run(rate())

    def convert(amount):
        return amount * factor

    return convert


convert = make_converter()
print(convert(10), list(map(convert, [1, 2])))

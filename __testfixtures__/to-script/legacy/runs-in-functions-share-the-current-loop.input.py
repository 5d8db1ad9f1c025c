import asyncio


async def main(name):
    await asyncio.sleep(0)
    return name.upper()


def first():
    return asyncio.get_event_loop().run_until_complete(main("a"))  # LS306


def second():
    loop = asyncio.get_event_loop()
    return loop.run_until_complete(main("b"))  # LS306


print(first(), second())

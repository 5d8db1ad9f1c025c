import asyncio


async def first():
    await asyncio.sleep(0)
    return 1


def start():
    loop = asyncio.get_event_loop()
    return loop.run_until_complete(first())  # LS309


def is_fresh():
    return not asyncio.get_event_loop().is_closed()


if __name__ == "__main__":
    print(start())
    print(is_fresh())

import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


import contextlib


def go(name):
    with contextlib.suppress(KeyError):
        return asyncio.run(main(name))


print(go("with"))

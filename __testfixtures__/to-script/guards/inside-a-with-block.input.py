import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


import contextlib


def go(name):
    with contextlib.suppress(KeyError):
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            return asyncio.run(main(name))
        return loop.create_task(main(name))


print(go("with"))

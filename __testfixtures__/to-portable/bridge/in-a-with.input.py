import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


import contextlib


@contextlib.contextmanager
def section(name):
    print("begin", name)
    yield
    print("end", name)


with section("one"):
    asyncio.run(main())

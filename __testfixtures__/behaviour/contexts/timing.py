import asyncio
import contextlib


@contextlib.asynccontextmanager
async def section(name):
    print("->", name)
    try:
        yield name.upper()
    finally:
        await asyncio.sleep(0)
        print("<-", name)


async def main():
    async with section("outer") as a:
        async with section("inner") as b:
            print(a, b)
    with contextlib.suppress(ZeroDivisionError):
        async with section("failing"):
            1 / 0


asyncio.run(main())

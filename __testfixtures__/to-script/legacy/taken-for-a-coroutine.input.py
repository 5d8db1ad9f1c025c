import asyncio
import contextlib


@contextlib.asynccontextmanager
async def opened(name):
    yield name.upper()


async def main(manager):
    async with manager as name:
        return name


def drive(make):
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(make(opened("a")))
    finally:
        loop.close()


print(drive(main))

import asyncio
import contextlib


@contextlib.asynccontextmanager
async def opened(name):
    yield name.upper()


async def main(manager):
    async with manager as name:
        return name


def drive(make):
    return asyncio.run(make(opened("a")))  # LS314


print(drive(main))

import asyncio
import contextlib


@contextlib.asynccontextmanager
async def opened(name):
    yield name.upper()


async def main(manager):
    async with manager as name:
        return name


def drive(make):
    async def _main():
        return await make(opened("a"))

    return asyncio.run(_main())


print(drive(main))

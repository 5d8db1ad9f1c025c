import asyncio
import contextlib


async def rows():
    try:
        yield 1
        yield 2
    finally:
        print("closed")


async def first():
    async for row in rows():
        return row


async def refused():
    async for row in rows():
        if row == 1:
            raise ValueError(row)


async def closed():
    async with contextlib.aclosing(rows()) as each:
        async for row in each:
            return row


print(asyncio.run(first()))  # LS349
print(asyncio.run(closed()))
try:
    asyncio.run(refused())  # LS349
except ValueError as error:
    print("refused", error)

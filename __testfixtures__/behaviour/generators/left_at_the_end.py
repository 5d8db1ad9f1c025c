"""Generators that run to their end, or are closed by hand."""
import asyncio
import contextlib


async def countdown(n):
    try:
        while n:
            yield n
            n -= 1
    finally:
        print("closed at", n)


async def silent(n):
    while n:
        yield n
        n -= 1


async def total():
    return sum([n async for n in countdown(3)])


async def aclosed():
    async with contextlib.aclosing(countdown(3)) as numbers:
        async for n in numbers:
            if n == 2:
                break
    return n


async def nothing_to_close():
    async for n in silent(3):
        if n == 2:
            break
    return n


print(asyncio.run(total()))
print(asyncio.run(aclosed()))
print(asyncio.run(nothing_to_close()))

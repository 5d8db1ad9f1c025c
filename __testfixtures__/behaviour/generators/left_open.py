"""Generators that are left before their end: the run closes them."""
import asyncio


async def countdown(n):
    try:
        while n:
            yield n
            n -= 1
    finally:
        print("closed at", n)


async def first():
    async for item in countdown(8):
        if item % 3 == 0:
            print("found", item)
            break


async def find(wanted):
    async for item in countdown(5):
        if item == wanted:
            return item


async def by_hand():
    numbers = countdown(3)
    return await numbers.__anext__()


asyncio.run(first())
print("after the first")
print(asyncio.run(find(2)))
print(asyncio.run(by_hand()))

import asyncio


async def rows():
    try:
        for n in range(5):
            yield n
    finally:
        print("closed")


async def first():
    async for row in rows():  # LS703
        if row > 0:
            break
        print(row)


print(await first())

import asyncio


async def countdown(n):
    try:
        while n:
            yield n
            n -= 1
    finally:
        print("generator closed at", n)


async def first(gen):
    async for item in gen:
        if item % 3 == 0:
            break
    await gen.aclose()
    return item


print(asyncio.run(first(countdown(8))))

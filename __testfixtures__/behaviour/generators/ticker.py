import asyncio


async def ticker(n, step=1):
    for i in range(0, n, step):
        yield i
        await asyncio.sleep(0)


async def main():
    evens = [i async for i in ticker(10, 2)]
    squares = {i: i * i async for i in ticker(4)}
    async for i in ticker(3):
        print("tick", i)
    return evens, squares


evens, squares = asyncio.run(main())
print(evens)
print(squares)

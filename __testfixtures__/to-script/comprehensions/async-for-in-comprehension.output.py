import asyncio


async def count(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


async def main():
    print([i async for i in count(3) if i])
    print({i: i * i async for i in count(3)})
    print({i % 2 async for i in count(3)})


if __name__ == "__main__":
    asyncio.run(main())

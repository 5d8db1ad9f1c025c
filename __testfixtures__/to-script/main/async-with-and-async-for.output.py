"""Count under a lock."""
import asyncio


class Timer:
    async def __aenter__(self):
        print("enter")
        return self

    async def __aexit__(self, *exc):
        print("exit")


async def count(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


async def main():
    async with Timer() as timer:
        async for i in count(2):
            print(i)
        else:
            print("all")

    print([i async for i in count(3)])


if __name__ == "__main__":
    asyncio.run(main())

import asyncio


async def work(x):
    await asyncio.sleep(0)
    return x


async def main():
    print(await asyncio.wait_for(asyncio.gather(work(1), work(2)), 5))
    print(await asyncio.shield(work(3)))


if __name__ == "__main__":
    asyncio.run(main())

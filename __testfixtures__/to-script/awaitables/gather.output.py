import asyncio


async def work(x):
    await asyncio.sleep(0)
    return x


async def main():
    print(await asyncio.gather(work(1), work(2)))


if __name__ == "__main__":
    asyncio.run(main())

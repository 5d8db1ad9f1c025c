import asyncio


async def work(x):
    await asyncio.sleep(0)
    return x


def start(x):
    return asyncio.ensure_future(work(x))


async def main():
    task = start(4)
    print("started")
    print(await task)


if __name__ == "__main__":
    asyncio.run(main())

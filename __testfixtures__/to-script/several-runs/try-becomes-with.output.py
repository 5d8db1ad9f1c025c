import asyncio


async def one():
    await asyncio.sleep(0)
    return 1


async def two():
    await asyncio.sleep(0)
    return 2


def main():
    with asyncio.Runner() as runner:
        print(runner.run(one()))
        print("between")
        print(runner.run(two()))


if __name__ == "__main__":
    main()

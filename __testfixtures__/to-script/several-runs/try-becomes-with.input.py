import asyncio


async def one():
    await asyncio.sleep(0)
    return 1


async def two():
    await asyncio.sleep(0)
    return 2


def main():
    loop = asyncio.new_event_loop()
    try:
        print(loop.run_until_complete(one()))
        print("between")
        print(loop.run_until_complete(two()))
    finally:
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()


if __name__ == "__main__":
    main()

import asyncio


async def fetch(n):
    await asyncio.sleep(0)
    return n


async def main():
    print(await asyncio.ensure_future(fetch(1)))
    try:
        print(helper(2))
    except NameError:
        print("not yet")

    def helper(n):
        return n + 1

    print(helper(2))


if __name__ == "__main__":
    asyncio.run(main())

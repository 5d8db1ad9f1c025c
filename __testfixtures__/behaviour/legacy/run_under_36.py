import asyncio


async def main(n):
    await asyncio.sleep(0)
    return n + 1


async def second():
    print("second")


if __name__ == "__main__":
    print(asyncio.run(main(41)))
    asyncio.run(second())

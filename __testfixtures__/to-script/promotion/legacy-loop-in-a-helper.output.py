import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


async def helper(n):
    return await get(n)


async def main():
    return await helper(1)


print(asyncio.run(main()))
if __name__ == "__main__":
    print(asyncio.run(helper(2)))

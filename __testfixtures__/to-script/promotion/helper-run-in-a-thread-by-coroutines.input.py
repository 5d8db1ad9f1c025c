import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


def helper(n):
    return asyncio.run(get(n))  # LS213


async def main():
    return await asyncio.to_thread(helper, 1)


print(asyncio.run(main()))

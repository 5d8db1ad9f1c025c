import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


def f(n):
    asyncio.run(get(n))  # LS415
    return get(n)


async def main():
    return await f(1)


print(main.__name__)

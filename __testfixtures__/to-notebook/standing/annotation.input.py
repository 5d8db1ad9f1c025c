import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


x: asyncio.run(get(int)) = 1  # LS205
print(x)

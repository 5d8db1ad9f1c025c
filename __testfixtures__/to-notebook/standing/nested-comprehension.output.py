import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


print([[await get(n) for n in range(m)] for m in range(3)])

import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


print([[asyncio.run(get(n)) for n in range(m)] for m in range(3)])  # LS206

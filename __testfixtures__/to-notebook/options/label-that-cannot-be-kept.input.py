import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


print(f"{asyncio.run(get('n'))=}")  # LS211

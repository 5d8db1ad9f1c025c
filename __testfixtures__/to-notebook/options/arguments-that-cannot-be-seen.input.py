import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


print(asyncio.run(*[get(1)]))  # LS208
print(asyncio.run(**{"main": get(2)}))  # LS208

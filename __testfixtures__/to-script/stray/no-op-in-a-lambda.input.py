import asyncio


async def fetch(x):
    await asyncio.sleep(0)
    return x * 2


double = lambda x: await fetch(x)  # LS201
print(double)

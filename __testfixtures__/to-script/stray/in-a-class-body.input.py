import asyncio


async def fetch(x):
    await asyncio.sleep(0)
    return x * 2


class Settings:
    size = await fetch(8)


print(Settings.size)

import asyncio


async def fetch(n):
    await asyncio.sleep(0)
    return n


value = await asyncio.ensure_future(fetch(1))
spare = value
del value, spare
try:
    print(value)
except NameError as error:
    print(type(error).__name__)

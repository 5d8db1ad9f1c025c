import asyncio


async def main():
    await asyncio.sleep(0)
    return "main"


async def f(n=2):
    await asyncio.sleep(0)
    return n


x = 2 ** -await f() + (await f([1]))[0]
print(x)

import asyncio


async def main():
    await asyncio.sleep(0)
    return "main"


async def f(n=2):
    await asyncio.sleep(0)
    return n


async def outer(): return asyncio.run(f())


print(asyncio.run(outer()))

import asyncio


async def main():
    await asyncio.sleep(0)
    return "main"


async def f(n=2):
    await asyncio.sleep(0)
    return n


rs = [asyncio.run(f(i)) for i in range(3)]
print(rs)

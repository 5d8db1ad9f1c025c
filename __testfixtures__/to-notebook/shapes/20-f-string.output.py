import asyncio


async def main():
    await asyncio.sleep(0)
    return "main"


async def f(n=2):
    await asyncio.sleep(0)
    return n


print(f"{await main()}", f"asyncio.run(f())={await f()!r}", f"{await f():>{await f(4)}}")

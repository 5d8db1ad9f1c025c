from asyncio import sleep


async def main():
    await sleep(0)
    return "main"


async def f(n=2):
    await sleep(0)
    return n


await main()

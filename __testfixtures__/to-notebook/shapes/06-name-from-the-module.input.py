from asyncio import run, sleep


async def main():
    await sleep(0)
    return "main"


async def f(n=2):
    await sleep(0)
    return n


run(main())

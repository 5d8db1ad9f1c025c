import asyncio as aio


async def main():
    await aio.sleep(0)
    return "main"


async def f(n=2):
    await aio.sleep(0)
    return n


aio.run(main())

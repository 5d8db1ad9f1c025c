import asyncio as aio
from asyncio import run


async def main():
    await aio.sleep(0)
    print("hello")


run(main())

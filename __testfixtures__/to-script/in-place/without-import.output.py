import asyncio


async def answer():
    return 42


print(asyncio.run(answer()))

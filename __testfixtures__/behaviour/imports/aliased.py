import asyncio as aio
from asyncio import run as go


async def main(x):
    await aio.sleep(0)
    return x


print(aio.run(main(1)), go(main(2)))

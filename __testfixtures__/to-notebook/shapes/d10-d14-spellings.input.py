import asyncio
import asyncio as aio
from asyncio import run
from asyncio import run as go

start = asyncio.run


async def load(n):
    await asyncio.sleep(0)
    return [n]


print(aio.run(load(1)), run(load(2)), go(load(3)), start(load(4)), asyncio.runners.run(load(5)))
print(asyncio.run(load(6))[0], asyncio.run(load(7)).index(7), asyncio.run(load(lambda n: n))[0](8))
print(asyncio.run(load(1) if run(load(0)) else load(2)), not asyncio.run(load(3)), asyncio.run(load(4)) or 5)

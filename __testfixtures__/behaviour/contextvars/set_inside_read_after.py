import asyncio
from contextvars import ContextVar

level = ContextVar("level", default=0)


async def deeper():
    level.set(level.get() + 1)
    return level.get()


print(asyncio.run(deeper()), level.get())
print(asyncio.run(deeper()), level.get())

import asyncio
import contextvars

level = contextvars.ContextVar("level", default=0)


async def bump():
    level.set(level.get() + 1)
    return level.get()


loop = asyncio.new_event_loop()
print(loop.run_until_complete(bump()))  # LS310
print(loop.run_until_complete(bump()))  # LS310
loop.close()

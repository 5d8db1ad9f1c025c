import asyncio
import contextvars

level = contextvars.ContextVar("level", default=0)


async def bump():
    level.set(level.get() + 1)
    return level.get()


with asyncio.Runner() as runner:
    print(runner.run(bump(), context=contextvars.copy_context()))
    level.set(10)
    print(runner.run(bump(), context=contextvars.copy_context()), level.get())

import asyncio
import contextvars

user = contextvars.ContextVar("user", default="nobody")


async def log_in(name):
    await asyncio.sleep(0)
    user.set(name)


await log_in("ada")
print(user.get())

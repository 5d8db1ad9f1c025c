import asyncio
import contextvars

user = contextvars.ContextVar("user", default="nobody")


async def login(name):
    user.set(name)
    await asyncio.sleep(0)
    return name


# What each of them sets is its run's own.
print([asyncio.run(job) for job in (login("a"), login("b"))])  # LS341
for job in [login("c")]:
    print(asyncio.run(job))  # LS341
print(user.get())

import asyncio
import contextvars

user = contextvars.ContextVar("user", default="nobody")


async def main():
    await asyncio.sleep(0)
    return user.get()


user.set("me")
print(asyncio.run(main()))

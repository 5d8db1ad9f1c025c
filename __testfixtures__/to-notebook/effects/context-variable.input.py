import asyncio
import contextvars

user = contextvars.ContextVar("user", default="nobody")
request = contextvars.ContextVar("request", default=0)


async def login():
    user.set("me")
    await asyncio.sleep(0)
    return user.get()


async def handle(n):
    token = request.set(n)
    await asyncio.sleep(0)
    try:
        return request.get()
    finally:
        request.reset(token)


print(asyncio.run(login()))  # LS341
print(user.get())
print(asyncio.run(handle(1)), request.get())

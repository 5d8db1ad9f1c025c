import asyncio
import contextvars

user = contextvars.ContextVar("user", default="nobody")


async def login():
    user.set("me")
    await asyncio.sleep(0)


# In one main() with the others, what this run sets would be seen behind it.
asyncio.run(login())  # LS341
loop = asyncio.new_event_loop()
print(loop.run_until_complete(asyncio.sleep(0, user.get())))  # LS301
print(loop.run_until_complete(asyncio.sleep(0, 2)))  # LS301
loop.close()
print(user.get())

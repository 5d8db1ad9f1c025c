import asyncio
from contextvars import ContextVar

user = ContextVar("user")
user.set("root")


async def whoami():
    return user.get("nobody")


print(asyncio.run(whoami()))
token = user.set("guest")
print(asyncio.run(whoami()))
user.reset(token)
print(asyncio.run(whoami()))

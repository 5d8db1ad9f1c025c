# %%
import asyncio
import contextvars

user = contextvars.ContextVar("user", default="nobody")
token = contextvars.ContextVar("token", default="none")
mode = contextvars.ContextVar("mode", default="slow")

# %%
async def login(name):
    await asyncio.sleep(0)
    user.set(name)  # LS723


def greet():
    print("hello", user.get())

# %%
async def main():
    await login("me")
    greet()

    greet()

    was = token.set("mine")
    await asyncio.sleep(0)
    token.reset(was)  # LS719

    print(token.get())
    mode.set("fast")

    await asyncio.sleep(0)
    print(mode.get())


if __name__ == "__main__":
    asyncio.run(main())

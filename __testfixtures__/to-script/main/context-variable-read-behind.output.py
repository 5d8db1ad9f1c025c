import asyncio
import contextvars

user = contextvars.ContextVar("user", default="nobody")


async def log_in(name):
    await asyncio.sleep(0)
    user.set(name)


async def main():
    await log_in("ada")
    print(user.get())


if __name__ == "__main__":
    asyncio.run(main())

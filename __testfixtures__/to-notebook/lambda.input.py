import asyncio


async def g():
    return 1


f = lambda: asyncio.run(g())  # LS201

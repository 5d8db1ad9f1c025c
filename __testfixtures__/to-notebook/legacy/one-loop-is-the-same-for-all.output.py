import asyncio

sessions = {}


async def session():
    loop = asyncio.get_running_loop()
    return sessions.setdefault(loop, len(sessions))


first = await session()
print(first, await session(), len(sessions))

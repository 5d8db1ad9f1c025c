import asyncio

sessions = {}


async def session():
    loop = asyncio.get_running_loop()
    return sessions.setdefault(loop, len(sessions))


with asyncio.Runner() as runner:
    first = runner.run(session())
    print(first, runner.run(session()), len(sessions))

import asyncio


def f():
    return asyncio.get_event_loop()


async def g():
    return [lambda: asyncio.get_event_loop()]

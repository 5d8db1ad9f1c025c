# get_event_loop at import time
import asyncio

loop = asyncio.get_event_loop()


def schedule(coro):
    return loop.create_task(coro)

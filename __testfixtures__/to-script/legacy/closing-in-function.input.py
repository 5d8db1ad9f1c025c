import asyncio
import contextlib


async def answer():
    await asyncio.sleep(0)
    return 42


def compute():
    with contextlib.closing(asyncio.new_event_loop()) as loop:  # a loop of its own
        return loop.run_until_complete(answer())


print(compute())

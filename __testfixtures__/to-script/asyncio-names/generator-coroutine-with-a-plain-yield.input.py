import asyncio


@asyncio.coroutine  # LS317
def step():
    yield
    return 1

import asyncio


def explain(error):
    return isinstance(error, asyncio.TimeoutError)

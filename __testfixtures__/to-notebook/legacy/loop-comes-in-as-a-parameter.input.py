import asyncio


async def one():
    return 1


def run_on(loop):
    return loop.run_until_complete(one())  # LS304


print(callable(run_on))

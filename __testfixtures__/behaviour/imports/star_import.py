from asyncio import *


async def get(n):
    await sleep(0)
    return n


def helper(n):
    return run(get(n))


print(run(get(3)), helper(4))

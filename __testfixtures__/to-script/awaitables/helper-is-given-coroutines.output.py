import asyncio


async def fetch(n):
    await asyncio.sleep(0)
    return n


def drive(coro):
    return asyncio.run(coro)


queue = asyncio.Queue()
print(drive(fetch(1)), drive(coro=fetch(2)))

import asyncio


async def fetch(n):
    await asyncio.sleep(0)
    return n


def drive(coro):
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(coro)
    finally:
        loop.close()


queue = asyncio.Queue()
print(drive(fetch(1)), drive(coro=fetch(2)))

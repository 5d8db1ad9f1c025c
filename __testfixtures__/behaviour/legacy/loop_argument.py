import asyncio


async def wait_a_bit(delay, loop=None):
    await asyncio.sleep(delay)
    return delay


loop = asyncio.get_event_loop()
lock_free = loop.run_until_complete(asyncio.wait_for(wait_a_bit(0.001), timeout=1))
print(lock_free)
loop.close()

import asyncio


async def work(number):
    await asyncio.sleep(0)
    return number * 2


def both(a, b):
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    try:
        return sum(loop.run_until_complete(asyncio.gather(work(a), work(b))))
    finally:
        loop.close()


print(both(1, 2), both(3, 4))

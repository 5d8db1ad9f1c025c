import asyncio


async def work(n):
    await asyncio.sleep(0)
    return n


loop = asyncio.new_event_loop()
other = asyncio.new_event_loop()
print(other.run_until_complete(work(1)))
print(other.run_until_complete(work(2)))
other.close()


def go(n):
    return loop.run_until_complete(work(n))


print(go(3), go(4))

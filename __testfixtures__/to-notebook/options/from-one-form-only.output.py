import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


def f(n):
    loop = asyncio.new_event_loop()
    result = loop.run_until_complete(get(n))
    loop.close()
    return result


async def g(n):
    return await get(n)


print(f(1), await g(2))

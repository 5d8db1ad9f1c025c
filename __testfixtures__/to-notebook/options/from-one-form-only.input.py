import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


def f(n):
    loop = asyncio.new_event_loop()
    result = loop.run_until_complete(get(n))
    loop.close()
    return result


def g(n):
    return asyncio.run(get(n))


print(f(1), g(2))

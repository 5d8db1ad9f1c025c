import asyncio


async def add(x, y):
    await asyncio.sleep(0)
    return x + y


def compute():
    loop = asyncio.new_event_loop()
    first = loop.run_until_complete(\
        add(1, 2))
    if not loop.is_closed():
        loop.close()
    return first


def again():
    loop = asyncio.new_event_loop()
    result = loop.run_until_complete(
        # three and four
        add(3, 4),
    )
    loop.close()
    return result


print(compute(), again())

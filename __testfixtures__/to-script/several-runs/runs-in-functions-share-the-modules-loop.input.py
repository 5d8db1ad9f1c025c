import asyncio

loop = asyncio.new_event_loop()
cache = asyncio.Queue()


async def fetch(name):
    await asyncio.sleep(0)
    await cache.put(name)
    return name.upper()


def get(name):
    return loop.run_until_complete(fetch(name))


def get_cached():
    return loop.run_until_complete(cache.get())


print(get("a"), get("b"))
print(get_cached())
loop.close()

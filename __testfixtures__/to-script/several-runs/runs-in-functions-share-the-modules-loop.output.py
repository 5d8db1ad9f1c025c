import asyncio

runner = asyncio.Runner()
cache = asyncio.Queue()


async def fetch(name):
    await asyncio.sleep(0)
    await cache.put(name)
    return name.upper()


def get(name):
    return runner.run(fetch(name))


def get_cached():
    return runner.run(cache.get())


print(get("a"), get("b"))
print(get_cached())
runner.close()

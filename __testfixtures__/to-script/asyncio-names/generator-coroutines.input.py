import asyncio


@asyncio.coroutine
def fetch(url):
    """Old style."""
    yield from asyncio.sleep(0)
    return url.upper()


@asyncio.coroutine
def main(urls):
    first = yield from fetch(urls[0])
    second = yield from (fetch(urls[1]) if urls[1:] else fetch("none"))
    return first + second


loop = asyncio.get_event_loop()
print(loop.run_until_complete(main(["a", "b"])))

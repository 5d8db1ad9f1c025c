import asyncio


async def fetch(url):
    """Old style."""
    await asyncio.sleep(0)
    return url.upper()


async def main(urls):
    first = await fetch(urls[0])
    second = await (fetch(urls[1]) if urls[1:] else fetch("none"))
    return first + second


print(asyncio.run(main(["a", "b"])))

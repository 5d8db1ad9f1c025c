import asyncio


async def get(url):
    await asyncio.sleep(0)
    return f"<{url}>"


def fetch(url):
    """Fetch one page."""
    return asyncio.run(get(url))


print(fetch("a"))

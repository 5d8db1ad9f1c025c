import asyncio


async def get(url):
    await asyncio.sleep(0)
    return f"<{url}>"


async def fetch(url):
    """Fetch one page."""
    return await get(url)


print(await fetch("a"))

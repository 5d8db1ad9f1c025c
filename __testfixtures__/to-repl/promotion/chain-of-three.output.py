import asyncio


async def get(url):
    await asyncio.sleep(0)
    return [url, url.upper()]


async def fetch(url):
    return await get(url)


async def fetch_all(urls):
    return [await fetch(url) for url in urls]


async def report(urls, *, title="pages"):
    pages = await fetch_all(urls)
    for page in pages:
        print(title, page)
    return len(pages)


if __name__ == "__main__":
    total = await report(["a", "b"])
    print(total)

import asyncio


async def get(url):
    await asyncio.sleep(0)
    return [url, url.upper()]


def fetch(url):
    return asyncio.run(get(url))


def fetch_all(urls):
    return [fetch(url) for url in urls]


def report(urls, *, title="pages"):
    pages = fetch_all(urls)
    for page in pages:
        print(title, page)
    return len(pages)


if __name__ == "__main__":
    total = report(["a", "b"])
    print(total)

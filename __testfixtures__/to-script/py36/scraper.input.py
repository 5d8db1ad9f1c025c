import asyncio


async def fetch(url):
    await asyncio.sleep(0)
    return url.upper()


async def main(urls):
    return [await fetch(url) for url in urls]


urls = ["a", "b"]
result = asyncio.run(main(urls))
print(result)

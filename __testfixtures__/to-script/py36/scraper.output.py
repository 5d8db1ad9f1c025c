import asyncio


async def fetch(url):
    await asyncio.sleep(0)
    return url.upper()


async def main(urls):
    return [await fetch(url) for url in urls]


urls = ["a", "b"]
loop = asyncio.get_event_loop()
result = loop.run_until_complete(main(urls))
print(result)

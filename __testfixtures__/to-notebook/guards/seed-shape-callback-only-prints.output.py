import asyncio

urls = ["a.example", "bb.example"]


async def main(urls):
    await asyncio.sleep(0)
    return [len(url) for url in urls]


result = await main(urls)

import asyncio


async def main(urls):
    await asyncio.sleep(0)
    return [len(url) for url in urls]


urls = ["a.example", "bb.example"]
result = await main(urls)
print(f"Result: {result}")

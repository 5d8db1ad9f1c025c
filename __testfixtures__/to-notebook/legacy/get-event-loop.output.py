import asyncio


async def main(urls):
    await asyncio.sleep(0)
    return [url.upper() for url in urls]


result = await main(["a", "b"])
print(result)

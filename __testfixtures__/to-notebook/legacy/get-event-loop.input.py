import asyncio


async def main(urls):
    await asyncio.sleep(0)
    return [url.upper() for url in urls]


loop = asyncio.get_event_loop()
result = loop.run_until_complete(main(["a", "b"]))
print(result)

import asyncio


async def fetch(session, url):
    await asyncio.sleep(0)
    return f"{session}:{url}"


async def main(urls):
    return await asyncio.gather(*[fetch("s", url) for url in urls])


urls = ["a", "b"]
result = asyncio.run(main(urls))
print(result)
for line in result:
    print(line.upper())

import asyncio


async def main(urls):
    return urls


result = asyncio.run(main([]))  # the first run
print(result)

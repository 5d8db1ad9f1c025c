import asyncio


async def main(urls):
    return urls


result = asyncio.run(main([]))

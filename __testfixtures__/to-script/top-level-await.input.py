import asyncio


async def main(urls):
    return urls


result = await main([])

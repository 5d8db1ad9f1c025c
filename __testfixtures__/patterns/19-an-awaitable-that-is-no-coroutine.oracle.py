import asyncio
from aiohttp import ClientSession


async def main():
    await ClientSession().get("http://127.0.0.1/")


asyncio.run(main())

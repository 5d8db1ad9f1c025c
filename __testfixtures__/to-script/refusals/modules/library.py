"""Stands for a package that hands out something to wait for."""
import asyncio


async def fetch():
    await asyncio.sleep(0)
    return "fetched"


pending = fetch()
futures = [fetch]

"""A library that nobody knows: it drives no loop of its own."""
import asyncio


async def fetch(url):
    await asyncio.sleep(0)
    return 'page of ' + url


def show(value):
    print('shows', value)

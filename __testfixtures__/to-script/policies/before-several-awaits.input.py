import asyncio

import uvloop

uvloop.install()

lock = asyncio.Lock()
async with lock:
    print("once")
async with lock:
    print("again")

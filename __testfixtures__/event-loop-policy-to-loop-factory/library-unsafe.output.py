import asyncio

import httpx
import uvloop


async def main():
    return 42


client = httpx.Client()
# LS392
print(asyncio.run(main(), loop_factory=uvloop.new_event_loop))

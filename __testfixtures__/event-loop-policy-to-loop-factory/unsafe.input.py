import asyncio

import httpx
import uvloop


async def main():
    return 42


client = httpx.Client()
asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())  # LS392
print(asyncio.run(main()))

import asyncio

import uvloop


async def main():
    return 42


asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())
print(asyncio.run(main()))
print(asyncio.run(main()))

import asyncio

import uvloop


async def main():
    return 42


asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())  # LS391
print(asyncio.run(main()))
print(asyncio.run(main()))

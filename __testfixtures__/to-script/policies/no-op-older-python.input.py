import asyncio

import uvloop


async def main():
    print("main")


asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())
asyncio.run(main())

import asyncio

import uvloop


async def main():
    print("main")


asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())  # loopshift: skip
asyncio.run(main())

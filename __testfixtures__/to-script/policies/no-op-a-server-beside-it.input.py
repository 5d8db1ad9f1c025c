import asyncio

import aiohttp.web
import uvloop


async def main():
    print("main")


asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())  # LS391
asyncio.run(main())
aiohttp.web.run_app(aiohttp.web.Application())

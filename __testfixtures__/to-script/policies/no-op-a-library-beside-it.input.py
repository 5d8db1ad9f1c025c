import asyncio

import httpx
import uvloop


async def main():
    await asyncio.sleep(0)
    print(type(asyncio.get_running_loop()).__module__)


print(type(httpx.Client()).__name__)
asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())  # LS392
asyncio.run(main())

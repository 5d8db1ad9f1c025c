import asyncio

import httpx
import uvloop


async def main():
    await asyncio.sleep(0)
    print(type(asyncio.get_running_loop()).__module__)


print(type(httpx.Client()).__name__)
# LS392
asyncio.run(main(), loop_factory=uvloop.new_event_loop)

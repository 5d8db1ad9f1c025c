import asyncio

import uvloop

asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())


async def main():
    await asyncio.sleep(0)
    print(type(asyncio.get_running_loop()).__module__)


loop = asyncio.get_event_loop()
try:
    loop.run_until_complete(main())
finally:
    loop.close()

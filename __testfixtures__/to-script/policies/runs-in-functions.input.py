import asyncio

import uvloop

asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())


async def main():
    await asyncio.sleep(0)
    print(type(asyncio.get_running_loop()).__module__)


def once():
    asyncio.run(main())


once()

import asyncio

import uvloop


async def main():
    await asyncio.sleep(0)
    print(type(asyncio.get_running_loop()).__module__)


def go():
    asyncio.run(main())


go()
asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())  # LS391
go()

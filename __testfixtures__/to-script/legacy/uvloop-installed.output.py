import asyncio

import uvloop

uvloop.install()


async def main():
    await asyncio.sleep(0)
    print(type(asyncio.get_running_loop()).__module__)


asyncio.run(main())

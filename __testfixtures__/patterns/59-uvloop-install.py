# uvloop.install()
import asyncio

import uvloop

uvloop.install()


async def main():
    await asyncio.sleep(0)
    return 1


asyncio.run(main())

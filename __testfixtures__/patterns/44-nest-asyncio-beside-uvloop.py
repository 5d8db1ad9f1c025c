# nest_asyncio beside uvloop
import asyncio

import nest_asyncio
import uvloop

uvloop.install()
nest_asyncio.apply()


async def main():
    await asyncio.sleep(0)
    return 1


asyncio.run(main())

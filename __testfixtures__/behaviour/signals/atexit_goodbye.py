import asyncio
import atexit


async def goodbye():
    await asyncio.sleep(0)
    print("goodbye")


@atexit.register
def at_end():
    asyncio.run(goodbye())


async def hello():
    print("hello")


asyncio.run(hello())

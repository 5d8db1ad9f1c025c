# loop= arguments
import asyncio

loop = asyncio.new_event_loop()


async def main():
    await asyncio.sleep(0, loop=loop)


loop.run_until_complete(main())
loop.close()

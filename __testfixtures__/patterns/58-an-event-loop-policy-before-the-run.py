# an event loop policy before the run
import asyncio


async def main():
    await asyncio.sleep(0)
    return 1


asyncio.set_event_loop_policy(asyncio.DefaultEventLoopPolicy())
asyncio.run(main())

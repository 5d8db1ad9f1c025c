import asyncio
import sys


async def main():
    print("main")


if sys.platform != "win32":
    import uvloop

    asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())  # LS391
asyncio.run(main())

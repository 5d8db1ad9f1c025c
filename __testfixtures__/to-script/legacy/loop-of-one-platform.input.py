import asyncio
import sys


async def main():
    await asyncio.sleep(0)
    print("main")


if sys.platform == "win32":
    loop = asyncio.SelectorEventLoop()
    asyncio.set_event_loop(loop)
else:
    loop = asyncio.get_event_loop()

loop.run_until_complete(main())  # LS304

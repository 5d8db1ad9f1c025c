# a loop kept on purpose: the Windows Proactor
import asyncio


async def main():
    await asyncio.sleep(0)
    return 1


import sys

if sys.platform == "win32":
    asyncio.set_event_loop_policy(asyncio.WindowsSelectorEventLoopPolicy())
asyncio.run(main())

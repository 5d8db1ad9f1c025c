import asyncio
import os
import sys


async def main():
    await asyncio.sleep(0)
    print(type(asyncio.get_running_loop()).__name__)


if os.name == "nt" and sys.version_info >= (3, 8):
    asyncio.set_event_loop_policy(asyncio.WindowsSelectorEventLoopPolicy())

asyncio.run(main())

# `elif`
import asyncio


async def main():
    await asyncio.sleep(0)
    print("main")
    return 1


import sys

try:
    loop = asyncio.get_running_loop()
except RuntimeError:
    loop = None
if loop is not None:
    task = loop.create_task(main())
elif len(sys.argv) > 100:
    asyncio.run(main())
else:
    asyncio.run(main())

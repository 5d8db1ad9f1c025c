# a question about IPython
import asyncio


async def main():
    await asyncio.sleep(0)
    print("main")
    return 1


import sys

if "ipykernel" in sys.modules:
    task = asyncio.create_task(main())
else:
    asyncio.run(main())

import asyncio
import sys


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


if "ipykernel" in sys.modules:
    task = asyncio.create_task(main())
else:
    asyncio.run(main())

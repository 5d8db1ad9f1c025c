import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


import sys

if "ipykernel" in sys.modules:
    task = asyncio.create_task(main())
elif len(sys.argv) > 100:
    asyncio.run(main("many"))  # LS602
else:
    asyncio.run(main())  # LS602

import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


import sys

if len(sys.argv) > 100:
    asyncio.run(main("many"))
else:
    asyncio.run(main("few"))

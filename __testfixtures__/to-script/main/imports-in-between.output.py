import asyncio
import json  # for output
from os import path as p, sep

event = asyncio.Event()
event.set()


async def main():
    await event.wait()

    print(json.dumps([p.basename("a" + sep + "b")]))


if __name__ == "__main__":
    asyncio.run(main())

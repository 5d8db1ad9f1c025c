import asyncio
import json  # for output
from os import path as p, sep


async def main():
    async with asyncio.Lock():
        print("locked")

    print(json.dumps([p.basename("a" + sep + "b")]))


if __name__ == "__main__":
    asyncio.run(main())

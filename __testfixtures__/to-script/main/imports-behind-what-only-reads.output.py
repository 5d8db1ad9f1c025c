import asyncio
import os
import xml.dom.minidom as minidom
from email.mime import text


async def main():
    lock = asyncio.Lock()
    async with lock:
        home = os.environ.get("HOME", "")
        with open(__file__) as file:
            first = file.readline()

    print(first.strip(), minidom.__name__, text.__name__, "HOME" in os.environ, os.environ["PATH"] != home)


if __name__ == "__main__":
    asyncio.run(main())

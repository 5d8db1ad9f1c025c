import asyncio
import os
import sys


async def main():
    lock = asyncio.Lock()
    async with lock:
        os.environ["MODE"] = "fast"

    import library_one

    print(library_one.MODE)
    sys.path.insert(0, "vendored")

    import library_two

    print(library_two.MODE)


if __name__ == "__main__":
    asyncio.run(main())

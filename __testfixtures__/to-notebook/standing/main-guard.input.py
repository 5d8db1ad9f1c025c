import asyncio
import sys


async def main(argv):
    await asyncio.sleep(0)
    return len(argv) - len(argv)


if __name__ == "__main__":
    print(asyncio.run(main(sys.argv)))
    sys.exit(asyncio.run(main(sys.argv)))

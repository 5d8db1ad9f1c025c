import asyncio
import sys


async def main(*argv):
    await asyncio.sleep(0)
    print("args:", *argv)
    return len(argv)


argv = ["x", "y"]
if __name__ == "__main__" and len(argv) > 1:
    status = asyncio.run(main(*argv)) - 2
    sys.exit(status or None)
print("not reached")

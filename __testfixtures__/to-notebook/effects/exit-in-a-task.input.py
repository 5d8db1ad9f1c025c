import asyncio
import sys


async def poll(n):
    await asyncio.sleep(0)
    if n == 1:
        sys.exit("no answer")
    return n


async def main():
    return await asyncio.gather(poll(0), poll(1))


async def stop():
    sys.exit("stopped")


try:
    print(asyncio.run(main()))  # LS350
except SystemExit as error:
    print("exit:", error)

# awaited, it comes out of the await
try:
    asyncio.run(stop())
except SystemExit as error:
    print("exit:", error)

import asyncio
import sys


async def serve():
    await asyncio.sleep(0)


async def measure(loop):
    start = loop.time()
    await asyncio.sleep(0)
    return loop.time() >= start


async def main():
    if sys.argv[1:] == ["serve"]:
        coro = serve()
        await coro
        await asyncio.Event().wait()
    else:
        print("measure")

    print(await measure(asyncio.get_running_loop()))


if __name__ == "__main__":
    asyncio.run(main())

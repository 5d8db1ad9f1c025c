import asyncio
import sys


async def serve():
    await asyncio.sleep(0)


async def measure(loop):
    start = loop.time()
    await asyncio.sleep(0)
    return loop.time() >= start


if sys.argv[1:] == ["serve"]:
    loop = asyncio.get_event_loop()
    coro = serve()
    loop.run_until_complete(coro)
    loop.run_forever()
else:
    print("measure")

loop = asyncio.get_event_loop()
print(loop.run_until_complete(measure(loop)))

import asyncio
import sys


async def serve():
    await asyncio.sleep(0)


if sys.argv[1:] == ["serve"]:
    loop = asyncio.new_event_loop()
    loop.run_until_complete(serve())  # LS301
    loop.run_forever()  # LS312
else:
    print("measure")

print("measured")

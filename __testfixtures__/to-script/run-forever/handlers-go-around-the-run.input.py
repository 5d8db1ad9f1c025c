import asyncio
import signal


async def tick():
    while True:
        await asyncio.sleep(1)
        print("tick")


async def setup():
    await asyncio.sleep(0)
    print("ready")


loop = asyncio.get_event_loop()
task = loop.create_task(tick())
try:
    loop.run_until_complete(setup())
    # serve
    loop.run_forever()
except KeyboardInterrupt:
    # asked to
    print("bye")
    loop.stop()
finally:
    loop.close()

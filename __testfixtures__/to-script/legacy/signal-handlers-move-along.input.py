import asyncio
import functools
import os
import signal


async def main():
    await asyncio.sleep(0.05)
    os.kill(os.getpid(), signal.SIGTERM)
    await asyncio.sleep(0.05)
    print("end")


def on_signal(name):
    print("got", name)


loop = asyncio.get_event_loop()
for each in ("SIGINT", "SIGTERM"):
    loop.add_signal_handler(getattr(signal, each), functools.partial(on_signal, each))
try:
    loop.run_until_complete(main())
finally:
    loop.close()

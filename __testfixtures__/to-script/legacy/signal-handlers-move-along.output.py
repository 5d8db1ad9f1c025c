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


async def _main():
    for each in ("SIGINT", "SIGTERM"):
        asyncio.get_running_loop().add_signal_handler(getattr(signal, each), functools.partial(on_signal, each))
    await main()


if __name__ == "__main__":
    asyncio.run(_main())

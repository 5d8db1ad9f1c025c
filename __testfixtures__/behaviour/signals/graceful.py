import asyncio
import os
import signal


async def main():
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    loop.call_later(0.01, os.kill, os.getpid(), signal.SIGTERM)
    print("serving")
    await stop.wait()
    loop.remove_signal_handler(signal.SIGTERM)
    print("bye")


if __name__ == "__main__":
    asyncio.run(main())

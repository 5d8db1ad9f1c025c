import asyncio
import os
import signal


async def serve(stop):
    await asyncio.sleep(0)
    print("serving")
    os.kill(os.getpid(), signal.SIGTERM)
    await stop.wait()
    print("stopped")


async def main():
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    await serve(stop)


if __name__ == "__main__":
    asyncio.run(main())

import asyncio
import os
import signal


async def serve(stop):
    await asyncio.sleep(0)
    print("serving")
    os.kill(os.getpid(), signal.SIGTERM)
    await stop.wait()
    print("stopped")


def main():
    loop = asyncio.get_event_loop()
    stop = asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    loop.run_until_complete(serve(stop))
    loop.close()


if __name__ == "__main__":
    main()

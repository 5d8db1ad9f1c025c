import asyncio
import signal


async def main():
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, print, "terminated")
    loop.remove_signal_handler(signal.SIGTERM)
    return "ready"


print(asyncio.run(main()))  # LS622

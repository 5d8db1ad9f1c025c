import asyncio
import signal


async def main():
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, print, "terminated")
    await asyncio.sleep(0)
    loop.remove_signal_handler(signal.SIGTERM)
    return "done"


print(asyncio.run(main()))  # LS343

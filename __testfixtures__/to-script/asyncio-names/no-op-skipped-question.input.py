import asyncio


async def main():
    return asyncio.get_event_loop()  # loopshift: skip  # LS113


print(asyncio.run(main()))

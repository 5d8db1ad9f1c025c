import asyncio


async def main():
    await asyncio.sleep(0)
    return 42


later = lambda: asyncio.get_event_loop().run_until_complete(main())

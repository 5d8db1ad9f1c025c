# a library function with a run inside
import asyncio


async def main():
    await asyncio.sleep(0)
    return 1


def fetch():
    return asyncio.get_event_loop().run_until_complete(main())

import asyncio

from elsewhere import loop


async def main():
    await asyncio.sleep(0)


loop.run_until_complete(main())  # LS304

# a legacy loop in a cell
import asyncio


async def main():
    await asyncio.sleep(0)
    print("done")
    return 1


loop = asyncio.get_event_loop()
loop.run_until_complete(main())

# run in a cell
import asyncio


async def main():
    await asyncio.sleep(0)
    print("done")
    return 1


asyncio.run(main())

import asyncio


async def main():
    print("waiting")
    await asyncio.wait_for(asyncio.Event().wait(), 0.01)


asyncio.run(main())

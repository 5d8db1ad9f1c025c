# the loop is closed twice
import asyncio


async def main():
    await asyncio.sleep(0)
    print("done")
    return 1


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
loop.close()

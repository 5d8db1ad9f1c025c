# blocking code between two runs on one loop
import asyncio


async def main():
    await asyncio.sleep(0)
    print("done")
    return 1


import time

loop = asyncio.new_event_loop()
loop.run_until_complete(main())
time.sleep(0)
loop.run_until_complete(main())
loop.close()

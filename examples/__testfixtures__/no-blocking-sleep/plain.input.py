import asyncio
import time


async def main():
    time.sleep(0.01)  # a short nap
    print('done')


asyncio.run(main())

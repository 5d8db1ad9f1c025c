# get_event_loop where none runs (an error from 3.14)
import asyncio


async def main():
    await asyncio.sleep(0)
    return 1


loop = asyncio.get_event_loop()
print(loop.run_until_complete(main()))

# run_until_complete of a gather
import asyncio


async def main():
    await asyncio.sleep(0)
    return 1


loop = asyncio.get_event_loop()
print(loop.run_until_complete(asyncio.gather(main(), main())))

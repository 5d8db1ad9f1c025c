import asyncio


async def main():
    await asyncio.sleep(0.01)  # a short nap
    print('done')


asyncio.run(main())

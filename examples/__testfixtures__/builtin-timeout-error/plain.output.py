import asyncio


async def main():
    try:
        await asyncio.wait_for(asyncio.sleep(1), 0.01)
    except (TimeoutError, ValueError):
        print('late')


asyncio.run(main())

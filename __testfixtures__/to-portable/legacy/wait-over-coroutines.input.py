import asyncio


async def main():
    await asyncio.sleep(0)
    print("waited for")


loop = asyncio.get_event_loop()
loop.run_until_complete(asyncio.wait([main(), main()]))

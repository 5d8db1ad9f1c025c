import asyncio


async def work():
    await asyncio.sleep(0)
    return 1


async def main():
    return await work()


loop = asyncio.get_event_loop()
print(loop.run_until_complete(main()))

import asyncio


async def main():
    await asyncio.sleep(0)
    return 42


loop = asyncio.get_event_loop()
print(loop.run_until_complete(main()))

import asyncio


async def main():
    await asyncio.sleep(0)
    return 1


loop = asyncio.get_event_loop()
result = loop.run_until_complete(main())
print(result)

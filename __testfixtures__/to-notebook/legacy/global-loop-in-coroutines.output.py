import asyncio


async def one():
    await asyncio.sleep(0)
    return 1


async def main():
    return await loop.create_task(one())


loop = asyncio.get_running_loop()
print(await main())

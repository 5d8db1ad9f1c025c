import asyncio


async def one():
    await asyncio.sleep(0)
    return 1


async def two():
    """Both at once."""
    task = loop.create_task(one())
    other = await loop.run_in_executor(None, int, "1")
    return await task + other


async def main():
    return await loop.create_task(two())


loop = asyncio.get_event_loop()
print(loop.run_until_complete(main()))
loop.close()

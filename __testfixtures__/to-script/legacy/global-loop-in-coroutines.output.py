import asyncio


async def one():
    await asyncio.sleep(0)
    return 1


async def two():
    """Both at once."""
    loop = asyncio.get_running_loop()
    task = loop.create_task(one())
    other = await loop.run_in_executor(None, int, "1")
    return await task + other


async def main():
    return await asyncio.create_task(two())


print(asyncio.run(main()))

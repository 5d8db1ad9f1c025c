import asyncio


async def work(number):
    await asyncio.sleep(0)
    return number * 2


async def main():
    task = asyncio.ensure_future(work(1))
    loop = asyncio.get_event_loop()
    other = await loop.run_in_executor(None, int, "3")
    return await task + other


loop = asyncio.get_event_loop()
print(loop.run_until_complete(main()))

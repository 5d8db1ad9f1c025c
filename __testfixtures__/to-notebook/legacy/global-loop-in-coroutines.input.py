import asyncio


async def one():
    await asyncio.sleep(0)
    return 1


async def main():
    return await loop.create_task(one())


loop = asyncio.new_event_loop()
print(loop.run_until_complete(main()))
loop.close()

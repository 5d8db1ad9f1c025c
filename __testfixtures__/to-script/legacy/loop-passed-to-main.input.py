import asyncio


async def main(loop, name):
    return await loop.run_in_executor(None, name.upper)


loop = asyncio.get_event_loop()
print(loop.run_until_complete(main(loop, "a")))
loop.close()

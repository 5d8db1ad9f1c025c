import asyncio


async def stop():
    asyncio.current_task().cancel()
    await asyncio.sleep(0)


# The program ends with the error: a task would tell nobody.
asyncio.run(stop())

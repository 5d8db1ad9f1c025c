import asyncio


async def last():
    await asyncio.sleep(0)
    return "no newline at the end of this file"


print(asyncio.run(last()))
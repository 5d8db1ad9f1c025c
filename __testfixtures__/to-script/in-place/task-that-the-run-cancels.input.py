import asyncio


async def tick():
    await asyncio.sleep(3600)


async def start():
    asyncio.create_task(tick())  # LS703
    await asyncio.sleep(0)
    return "started"


print(await start())

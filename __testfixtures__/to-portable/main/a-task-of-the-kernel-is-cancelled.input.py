import asyncio


async def tick():
    await asyncio.sleep(60)
    print("tick")


async def start():
    asyncio.create_task(tick())  # LS703
    await asyncio.sleep(0)
    print("started")


await start()

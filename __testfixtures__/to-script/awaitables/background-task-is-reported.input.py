import asyncio


async def tick():
    await asyncio.sleep(3600)


asyncio.create_task(tick())  # LS703
await asyncio.sleep(0)
print("end")

import asyncio


async def job():
    await asyncio.sleep(0)
    print("job ran")


try:
    asyncio.get_running_loop()
except RuntimeError:
    asyncio.run(job())
else:
    task = asyncio.create_task(job())

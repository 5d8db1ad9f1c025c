import asyncio


async def job(n):
    await asyncio.sleep(0)
    print("job", n)
    return n


loop = asyncio.get_event_loop()
if loop.is_running():
    asyncio.ensure_future(job(1))
else:
    loop.run_until_complete(job(1))

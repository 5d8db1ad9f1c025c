import asyncio

ends = []


async def tick():
    try:
        await asyncio.sleep(60)
    finally:
        ends.append(1)


async def start():
    asyncio.create_task(tick())  # LS703
    await asyncio.sleep(0)
    return "started"


# A loop of the file's own leaves the task pending; the one that the bridge makes cancels it.
loop = asyncio.new_event_loop()
print(loop.run_until_complete(start()))  # LS340
loop.close()

import asyncio


async def tick(name):
    try:
        await asyncio.sleep(0.2)
        print(name, "came to its end")
    finally:
        print(name, "is over")


async def main():
    asyncio.create_task(tick("first"))
    await asyncio.sleep(0.01)
    return "main is done"


background = set()


async def other():
    task = asyncio.ensure_future(tick("second"))
    background.add(task)
    task.add_done_callback(background.discard)
    await asyncio.sleep(0.01)
    return "other is done"


print(asyncio.run(main()))  # LS340
print(asyncio.run(other()))  # LS340

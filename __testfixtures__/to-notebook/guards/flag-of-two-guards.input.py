import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


running = False
try:
    asyncio.get_running_loop()
    running = True
except RuntimeError:
    pass

if running:
    first = asyncio.create_task(main("first"))
else:
    asyncio.run(main("first"))

if running:
    second = asyncio.create_task(main("second"))
else:
    asyncio.run(main("second"))

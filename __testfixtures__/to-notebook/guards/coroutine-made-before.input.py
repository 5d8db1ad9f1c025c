import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


coroutine = main()
try:
    loop = asyncio.get_running_loop()
except RuntimeError:
    asyncio.run(coroutine)
else:
    task = loop.create_task(coroutine)

import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


try:  # LS605
    loop = asyncio.get_running_loop()
except RuntimeError:
    asyncio.run(main())
    loop = None
else:
    task = loop.create_task(main())
if loop is not None:
    print(task.done())

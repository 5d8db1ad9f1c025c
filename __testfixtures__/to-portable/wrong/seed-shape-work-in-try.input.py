import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


try:  # LS606
    loop = asyncio.get_running_loop()
    task = loop.create_task(main())
    task.add_done_callback(lambda t: t.result())
except RuntimeError:
    asyncio.run(main())

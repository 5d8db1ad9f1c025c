import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


loop = asyncio.get_event_loop()  # LS611
if loop.is_running():
    task = loop.create_task(main())
else:
    loop.run_until_complete(main())

import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


loop = asyncio.get_event_loop()
if loop.is_running():
    asyncio.ensure_future(main())
else:
    loop.run_until_complete(main())

import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


loop = asyncio.get_event_loop()
loop.run_until_complete(main())  # LS631

import asyncio


async def tick():
    try:
        await asyncio.sleep(10)
    finally:
        print("ticked")


async def quiet():
    await asyncio.sleep(10)


async def main():
    asyncio.ensure_future(tick())  # LS703
    asyncio.ensure_future(quiet())
    await asyncio.sleep(0)
    print("main")


loop = asyncio.new_event_loop()
loop.run_until_complete(main())

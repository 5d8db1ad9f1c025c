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


asyncio.run(main())

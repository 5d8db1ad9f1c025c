import asyncio


async def forever(name):
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    asyncio.ensure_future(forever("watcher"))
    await asyncio.sleep(0)
    print("main is done")


asyncio.run(main())
print("after")

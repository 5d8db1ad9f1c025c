import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


try:
    asyncio.run(main())
except RuntimeError as error:
    if "running event loop" in str(error):
        task = asyncio.ensure_future(main())
    else:
        raise

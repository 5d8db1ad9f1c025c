import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


try:  # LS612
    asyncio.run(main())
except RuntimeError:
    task = asyncio.ensure_future(main())

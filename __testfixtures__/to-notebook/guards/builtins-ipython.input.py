import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


if hasattr(__builtins__, "__IPYTHON__"):
    task = asyncio.create_task(main())
else:
    asyncio.run(main())

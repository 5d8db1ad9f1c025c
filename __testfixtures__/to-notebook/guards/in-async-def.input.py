import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


async def outer():
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        name = asyncio.run(main())
    else:
        name = await main()
    print("outer got", name)


asyncio.run(outer())

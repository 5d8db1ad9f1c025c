import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


try:
    asyncio.get_running_loop()
    import nest_asyncio

    nest_asyncio.apply()
    name = asyncio.run(main())
except RuntimeError:
    name = asyncio.run(main())
print(name)

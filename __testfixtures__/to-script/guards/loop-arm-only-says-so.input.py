import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


try:
    asyncio.get_running_loop()
except RuntimeError:
    asyncio.run(main())
else:
    print("use await main() here")

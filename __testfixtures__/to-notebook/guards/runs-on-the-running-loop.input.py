import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


try:
    loop = asyncio.get_running_loop()
    name = loop.run_until_complete(main())
except RuntimeError:
    name = asyncio.run(main())
print(name)

import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


for i in range(3):
    asyncio.run(main(i))

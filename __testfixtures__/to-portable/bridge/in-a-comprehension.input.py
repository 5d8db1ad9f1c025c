import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


names = [asyncio.run(main(i)) for i in range(2)]
print(names)

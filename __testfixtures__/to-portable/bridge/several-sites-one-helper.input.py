import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


first = asyncio.run(main("first"))
second = asyncio.run(main(first + " second"))
print(first, second)

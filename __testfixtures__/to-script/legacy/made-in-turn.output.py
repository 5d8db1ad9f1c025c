import asyncio


async def main(name):
    await asyncio.sleep(0)
    return name.upper()


print(asyncio.run(main("a")))
print(asyncio.run(main("b")))

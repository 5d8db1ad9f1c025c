import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    return name


def twice(name):
    return asyncio.run(main(name)) * 2


print(asyncio.run(main()))
print(twice("ab"))

import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    return name


print(asyncio.run(main("dict")))


def go(name):
    return asyncio.run(main(name))


print(go("list"))

asyncio.run(main("args"))

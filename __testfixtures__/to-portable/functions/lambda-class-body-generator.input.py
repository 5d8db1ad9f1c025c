import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


go = lambda name: asyncio.run(main(name))


class Settings:
    name = asyncio.run(main("class body"))


print(go("lambda"), Settings.name, list(asyncio.run(main(i)) for i in range(2)))

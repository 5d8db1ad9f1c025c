import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


def go(name):
    return asyncio.run(main(name))


class Client:
    def get(self):
        return asyncio.run(main("method"))


print(go("function"), Client().get())

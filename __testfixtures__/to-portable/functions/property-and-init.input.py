import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


class Page:
    def __init__(self, name):
        self.name = asyncio.run(main(name))

    @property
    def title(self):
        return asyncio.run(main(self.name.title()))


print(Page("page").title)

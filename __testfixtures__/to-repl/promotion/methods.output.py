import asyncio


class Client:  # LS510
    base = "https://x/"

    def __init__(self, name):
        self.name = name

    async def _get(self, path):
        await asyncio.sleep(0)
        return f"{self.name} {self.base}{path}"

    async def get(self, path):
        return await self._get(path)

    async def both(self, a, b):
        return await self.get(a), await self.get(b)

    @classmethod
    async def anonymous(cls, path):
        return await cls("nobody").get(path)

    @staticmethod
    async def once(path):
        return await Client("once").get(path)


client = Client("me")
print((await client.get("a")).upper())
print(await client.both("b", "c"))
print(await Client.anonymous("d"), await Client.once("e"))
for each in [Client("x"), Client("y")]:
    print(await each.get("f"))
settings = {"get": 1}
print(settings.get("get"))

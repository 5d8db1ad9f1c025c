import asyncio


class Client:  # LS510
    base = "https://x/"

    def __init__(self, name):
        self.name = name

    async def _get(self, path):
        await asyncio.sleep(0)
        return f"{self.name} {self.base}{path}"

    def get(self, path):
        return asyncio.run(self._get(path))

    def both(self, a, b):
        return self.get(a), self.get(b)

    @classmethod
    def anonymous(cls, path):
        return cls("nobody").get(path)

    @staticmethod
    def once(path):
        return Client("once").get(path)


client = Client("me")
print(client.get("a").upper())
print(client.both("b", "c"))
print(Client.anonymous("d"), Client.once("e"))
for each in [Client("x"), Client("y")]:
    print(each.get("f"))
settings = {"get": 1}
print(settings.get("get"))

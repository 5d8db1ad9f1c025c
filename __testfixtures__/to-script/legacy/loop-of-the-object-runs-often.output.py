import asyncio


class Client:
    def __init__(self, name):
        self.name = name
        self.runner = asyncio.Runner()

    async def _fetch(self, path):
        await asyncio.sleep(0)
        return "%s/%s" % (self.name, path)

    def fetch(self, path):
        return self.runner.run(self._fetch(path))

    def close(self):
        self.runner.close()


client = Client("shop")
print(client.fetch("a"), client.fetch("b"))
client.close()

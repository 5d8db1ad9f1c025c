import asyncio


class Client:
    def __init__(self, name):
        self.name = name
        self.runner = asyncio.Runner()

    def fetch(self):
        return self.runner.run(self._fetch())

    def close(self):
        self.runner.close()

    async def _fetch(self):
        await asyncio.sleep(0)
        return self.name.upper()


client = Client("a")
print(client.fetch(), client.fetch())
client.close()

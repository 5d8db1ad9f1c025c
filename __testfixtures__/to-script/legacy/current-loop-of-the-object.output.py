import asyncio


class Client:
    def __init__(self, name):
        self.name = name

    def fetch(self):
        return asyncio.run(self._fetch())  # LS304

    def close(self):
        pass

    async def _fetch(self):
        await asyncio.sleep(0)
        return self.name.upper()


client = Client("a")
print(client.fetch(), client.fetch())
client.close()

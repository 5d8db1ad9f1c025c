import asyncio


class Client:
    def __init__(self):
        self.name = "client"
        self.loop = asyncio.new_event_loop()

    def fetch(self, path):
        return self.loop.run_until_complete(self._fetch(path))

    def close(self):
        self.loop.close()

    async def _fetch(self, path):
        await asyncio.sleep(0)
        return f"{self.name}: {path}"


client = Client()
print(client.fetch("/a"))
print(client.fetch("/b"))
client.close()

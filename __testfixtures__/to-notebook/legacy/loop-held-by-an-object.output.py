import asyncio


class Client:
    def __init__(self):
        self.name = "client"

    async def fetch(self, path):
        return await self._fetch(path)

    def close(self):
        pass

    async def _fetch(self, path):
        await asyncio.sleep(0)
        return f"{self.name}: {path}"


client = Client()
print(await client.fetch("/a"))
print(await client.fetch("/b"))
client.close()

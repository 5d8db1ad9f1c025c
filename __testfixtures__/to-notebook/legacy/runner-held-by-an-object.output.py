import asyncio


class Client:
    def __init__(self, name):
        self.name = name

    async def _fetch(self, page):
        await asyncio.sleep(0)
        return f"{self.name} {page}"

    async def fetch(self, page):
        return await self._fetch(page)

    def close(self):
        pass


client = Client("a")
try:
    print(await client.fetch(1), await client.fetch(2))
finally:
    client.close()

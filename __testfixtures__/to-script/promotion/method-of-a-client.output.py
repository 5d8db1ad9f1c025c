import asyncio


class Client:
    def __init__(self, name):
        self.name = name

    async def _request(self, path):
        await asyncio.sleep(0)
        return self.name + path

    async def get(self, path):
        """Blocking."""
        return await self._request(path)


async def crawl(client: Client, paths):
    return [await client.get(path) for path in paths]


client = Client("shop")
print(asyncio.run(crawl(client, ["/a", "/b"])))

import asyncio


class Client:
    def __init__(self, name):
        self.name = name

    async def _request(self, path):
        await asyncio.sleep(0)
        return self.name + path

    def get(self, path):
        """Blocking."""
        return asyncio.run(self._request(path))


async def crawl(client: Client, paths):
    return [client.get(path) for path in paths]


client = Client("shop")
print(asyncio.run(crawl(client, ["/a", "/b"])))

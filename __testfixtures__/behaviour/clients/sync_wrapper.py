"""A synchronous face on an asynchronous client."""
import asyncio


class AsyncClient:
    def __init__(self, base):
        self.base = base
        self.calls = 0

    async def get(self, path):
        self.calls += 1
        await asyncio.sleep(0)
        return f"{self.base}{path}"


class Client:
    def __init__(self, base):
        self._client = AsyncClient(base)

    def get(self, path):
        return asyncio.run(self._client.get(path))

    def get_all(self, *paths):
        return [self.get(path) for path in paths]


client = Client("https://api.test")
print(client.get("/users"))
print(client.get_all("/a", "/b"))
print(client._client.calls)

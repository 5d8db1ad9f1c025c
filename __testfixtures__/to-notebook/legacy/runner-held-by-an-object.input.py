import asyncio


class Client:
    def __init__(self, name):
        self.name = name
        self.runner = asyncio.Runner()

    async def _fetch(self, page):
        await asyncio.sleep(0)
        return f"{self.name} {page}"

    def fetch(self, page):
        return self.runner.run(self._fetch(page))

    def close(self):
        self.runner.close()


client = Client("a")
try:
    print(client.fetch(1), client.fetch(2))
finally:
    client.close()

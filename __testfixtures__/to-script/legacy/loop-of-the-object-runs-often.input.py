import asyncio


class Client:
    def __init__(self, name):
        self.name = name
        self.loop = asyncio.new_event_loop()

    async def _fetch(self, path):
        await asyncio.sleep(0)
        return "%s/%s" % (self.name, path)

    def fetch(self, path):
        return self.loop.run_until_complete(self._fetch(path))

    def close(self):
        self.loop.close()


client = Client("shop")
print(client.fetch("a"), client.fetch("b"))
client.close()

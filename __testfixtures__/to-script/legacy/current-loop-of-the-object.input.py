import asyncio


class Client:
    def __init__(self, name):
        self.name = name
        self.loop = asyncio.get_event_loop()

    def fetch(self):
        return self.loop.run_until_complete(self._fetch())  # LS304

    def close(self):
        self.loop.close()

    async def _fetch(self):
        await asyncio.sleep(0)
        return self.name.upper()


client = Client("a")
print(client.fetch(), client.fetch())
client.close()

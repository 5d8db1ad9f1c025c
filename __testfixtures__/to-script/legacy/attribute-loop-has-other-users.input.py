import asyncio


class Client:
    def __init__(self):
        self.loop = asyncio.new_event_loop()

    def fetch(self, name):
        return self.loop.run_until_complete(self._fetch(name))  # LS304

    async def _fetch(self, name):
        await asyncio.sleep(0)
        return name.upper()


client = Client()
print(client.fetch("a"), client.fetch("b"))
client.loop.close()

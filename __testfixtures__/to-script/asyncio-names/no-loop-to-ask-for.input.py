import asyncio


class Client:
    def __init__(self, loop=None):
        self.loop = loop or asyncio.get_event_loop()  # LS315

    def describe(self):
        return type(self.loop).__name__


print(Client is not None)

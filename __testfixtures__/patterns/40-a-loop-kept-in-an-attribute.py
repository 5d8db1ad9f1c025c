# a loop kept in an attribute
import asyncio


async def main():
    await asyncio.sleep(0)
    return 1


class Client:
    def __init__(self):
        self.loop = asyncio.get_event_loop()

    def fetch(self):
        return self.loop.run_until_complete(main())


print(Client().fetch())

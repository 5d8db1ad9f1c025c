import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


class Client:
    def __init__(self):
        self.loop = asyncio.new_event_loop()

    def get(self):
        return self.loop.run_until_complete(main())  # LS304


print(Client().get())

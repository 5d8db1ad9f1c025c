import asyncio


class Client:
    async def start(self):
        self.loop = asyncio.get_running_loop()

    def schedule(self):
        return self.loop.call_later(60, print, "late")


client = Client()


async def main():
    await client.start()
    timer = client.schedule()
    print(client.loop.is_closed())
    print(timer.cancel())


if __name__ == "__main__":
    asyncio.run(main())

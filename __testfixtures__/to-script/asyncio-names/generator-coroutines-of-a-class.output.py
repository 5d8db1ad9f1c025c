import asyncio


class Client:
    def __init__(self, loop):
        self.queue = asyncio.Queue()

    async def put(self, *items):
        for item in items:
            await self.queue.put(item)
        return len(items)

    async def get(self):
        if not await self.put("last"):
            return []
        return [await self.queue.get(), await self.queue.get()]


async def main(client):
    count = await client.put("first") + 1
    print(count, await client.get())


async def _main():
    client = Client(asyncio.get_running_loop())
    await main(client)


if __name__ == "__main__":
    asyncio.run(_main())

import asyncio


class Buffer:
    def __init__(self):
        self.items = []
        self.changed = None

    async def put(self, item):
        async with self.changed:
            self.items.append(item)
            self.changed.notify()

    async def get(self):
        async with self.changed:
            await self.changed.wait_for(lambda: self.items)
            return self.items.pop(0)

    async def demo(self):
        self.changed = asyncio.Condition()
        getter = asyncio.ensure_future(self.get())
        await asyncio.sleep(0)
        await self.put("first")
        return await getter


if __name__ == "__main__":
    print(asyncio.run(Buffer().demo()))

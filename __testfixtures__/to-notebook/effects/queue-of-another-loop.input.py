import asyncio


class Inbox:
    def __init__(self):
        self.queue = asyncio.Queue()

    async def _put(self, n):
        await self.queue.put(n)
        return self.queue.qsize()

    def __len__(self):
        return asyncio.run(self._put(1))  # LS623


print(len(Inbox()))

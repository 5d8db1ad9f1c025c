import asyncio


class Store:
    def __init__(self):
        self.lock = asyncio.Lock()

    async def load(self):
        async with self.lock:
            return "loaded"

    def get(self):
        return asyncio.run(self.load())  # LS623


print(Store().get())

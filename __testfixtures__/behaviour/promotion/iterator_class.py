import asyncio


class Pages:
    def __init__(self, n):
        self.left = n

    async def _next(self):
        await asyncio.sleep(0)
        self.left -= 1
        return self.left

    def __iter__(self):
        return self

    def __next__(self):
        if not self.left:
            raise StopIteration
        return asyncio.run(self._next())


print(list(Pages(3)), 2 in Pages(4))

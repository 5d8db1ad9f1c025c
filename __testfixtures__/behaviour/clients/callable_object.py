import asyncio


class Fetch:
    def __init__(self, prefix):
        self.prefix = prefix

    async def _call(self, what):
        await asyncio.sleep(0)
        return self.prefix + what

    def __call__(self, what):
        return asyncio.run(self._call(what))


fetch = Fetch("got ")
print(fetch("milk"))
print(list(map(fetch, ["eggs", "tea"])))

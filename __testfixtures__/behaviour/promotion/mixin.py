"""A mixin calls a method that only another base of the finished class has."""
import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


class Loud:
    def shout(self, n):
        return "!" * self.fetch(n)


class Client:
    def fetch(self, n):
        return asyncio.run(get(n))


class LoudClient(Loud, Client):
    pass


class Cached:
    def load(self, n):
        return ["cached", n]


class Source:
    def load(self, n):
        return ["loaded", asyncio.run(get(n))]

    def twice(self, n):
        return self.load(n) * 2


class CachedSource(Cached, Source):
    pass


client = LoudClient()
print(client.shout(3), client.fetch(1))
print(CachedSource().twice(1), Source().twice(2))

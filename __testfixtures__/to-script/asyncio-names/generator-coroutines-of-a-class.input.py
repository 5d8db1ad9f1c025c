import asyncio


class Client:
    def __init__(self, loop):
        self.queue = asyncio.Queue(loop=loop)

    @asyncio.coroutine
    def put(self, *items):
        for item in items:
            yield from self.queue.put(item)
        return len(items)

    @asyncio.coroutine
    def get(self):
        if not (yield from self.put("last")):
            return []
        return [(yield from self.queue.get()), (yield from self.queue.get())]


@asyncio.coroutine
def main(client):
    count = (yield from client.put("first")) + 1
    print(count, (yield from client.get()))


loop = asyncio.get_event_loop()
client = Client(loop)
loop.run_until_complete(main(client))
loop.close()

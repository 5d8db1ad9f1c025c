import asyncio


class App:
    def __init__(self, loop):
        self.loop = loop
        self.tasks = []

    async def job(self, n):
        await asyncio.sleep(0)
        return n * n

    def start(self):
        for n in range(3):
            self.tasks.append(self.loop.create_task(self.job(n)))


async def finish(app):
    print(await asyncio.gather(*app.tasks))


loop = asyncio.get_event_loop()
app = App(loop)
app.start()
loop.run_until_complete(finish(app))
loop.close()

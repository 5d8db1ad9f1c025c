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


async def main():
    app = App(asyncio.get_running_loop())
    app.start()
    await finish(app)


if __name__ == "__main__":
    asyncio.run(main())

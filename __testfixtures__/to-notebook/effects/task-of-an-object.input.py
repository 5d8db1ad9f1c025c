import asyncio


class Ticker:
    def __init__(self):
        self.count = 0

    async def start(self):
        self.task = asyncio.create_task(self.tick())

    async def tick(self):
        while True:
            await asyncio.sleep(0)
            self.count += 1

    async def stop(self):
        self.task.cancel()


async def look(ticker):
    await ticker.start()
    await asyncio.sleep(0.01)
    return ticker.count > 0


async def look_and_stop():
    ticker = Ticker()
    await ticker.start()
    await asyncio.sleep(0.01)
    await ticker.stop()
    return ticker.count > 0


left = Ticker()


async def main():
    return await look_at_left()


async def look_at_left():
    await left.start()
    await asyncio.sleep(0.01)
    return left.count > 0


print(asyncio.run(look_and_stop()))
print(asyncio.run(main()))  # LS340
print(left.task.cancelled())

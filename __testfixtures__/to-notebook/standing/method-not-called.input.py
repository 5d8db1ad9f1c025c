import asyncio


class Worker:
    def __init__(self):
        self.coroutine = self.work()

    async def work(self):
        await asyncio.sleep(0)
        return 1


worker = Worker()
asyncio.run(worker.work)  # LS209

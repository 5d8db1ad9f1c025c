# the method passed without being called
import asyncio


class Worker:
    async def work(self):
        await asyncio.sleep(0)
        return 1


worker = Worker()
print(asyncio.run(worker.work))

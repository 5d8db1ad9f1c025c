import asyncio


class Worker:
    def start(self, number):
        return asyncio.ensure_future(self.work(number))

    async def work(self, number):
        await asyncio.sleep(0)
        return number * 2


worker = Worker()
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(loop.run_until_complete(worker.start(2)))
loop.close()

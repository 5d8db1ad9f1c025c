import asyncio


class Worker:
    def start(self, number):
        return asyncio.ensure_future(self.work(number))

    async def work(self, number):
        await asyncio.sleep(0)
        return number * 2


worker = Worker()


async def main():
    print(await worker.start(2))


if __name__ == "__main__":
    asyncio.run(main())

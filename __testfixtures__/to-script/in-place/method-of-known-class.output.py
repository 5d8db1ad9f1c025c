import asyncio


class Worker:
    def __init__(self, name):
        self.name = name

    async def run(self, times):
        await asyncio.sleep(0)
        return [self.name] * times

    @staticmethod
    async def rest():
        await asyncio.sleep(0)
        return "rested"


worker = Worker("w")


async def main():
    print(await worker.run(2))
    print(await Worker("x").run(1), await Worker.rest())


if __name__ == "__main__":
    asyncio.run(main())

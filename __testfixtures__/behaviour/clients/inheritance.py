import asyncio


class Base:
    def run(self):
        return asyncio.run(self.work())

    async def work(self):
        raise NotImplementedError


class Adder(Base):
    def __init__(self, *numbers):
        self.numbers = numbers

    async def work(self):
        await asyncio.sleep(0)
        return sum(self.numbers)


class Multiplier(Adder):
    async def work(self):
        result = 1
        for n in self.numbers:
            result *= n
        return result


for job in (Adder(1, 2, 3), Multiplier(2, 3, 4)):
    print(type(job).__name__, job.run())

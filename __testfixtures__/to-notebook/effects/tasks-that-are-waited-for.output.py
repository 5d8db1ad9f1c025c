import asyncio


async def tick(n):
    await asyncio.sleep(0)
    return n


async def log(n):
    print("log", n)


class Crew:
    def __init__(self):
        self.tasks = []

    def start(self, n):
        self.tasks.append(asyncio.create_task(tick(n)))

    async def end(self):
        return await asyncio.gather(*self.tasks)


async def main():
    one = asyncio.create_task(tick(1))
    many = [asyncio.create_task(tick(n)) for n in range(3)]
    crew = Crew()
    crew.start(5)
    asyncio.create_task(log(6))
    done, pending = await asyncio.wait({asyncio.create_task(tick(7))})
    results = []
    for task in many:
        results.append(await task)
    loop = asyncio.get_running_loop()
    return await one, results, await crew.end(), len(done), await loop.run_in_executor(None, len, "four")


print(await main())

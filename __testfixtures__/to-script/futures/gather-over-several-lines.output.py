import asyncio


async def work(number, text=""):
    await asyncio.sleep(0)
    return text or number


with asyncio.Runner() as runner:
    async def main():
        return await asyncio.gather(
            work(round),
            work(2, """two
lines"""),
        )

    for round in range(2):
        if round:
            print(runner.run(main()))

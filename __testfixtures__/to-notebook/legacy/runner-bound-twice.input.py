import asyncio


async def work(name):
    await asyncio.sleep(0)
    return name.upper()


runner = asyncio.Runner()
print(runner.run(work("a")))  # LS210
runner.close()

runner = asyncio.Runner()
print(runner.run(work("b")))  # LS210
runner.close()

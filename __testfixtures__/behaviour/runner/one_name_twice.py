import asyncio


async def work(name):
    await asyncio.sleep(0)
    return name.upper()


with asyncio.Runner() as runner:
    print(runner.run(work("a")))

print("between")

with asyncio.Runner() as runner:
    print(runner.run(work("b")))
    print(runner.run(work("c")))

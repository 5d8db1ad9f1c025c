import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


with asyncio.Runner() as runner:
    first = runner.run(main("first"))
    print(first)
    runner.run(main("second"))

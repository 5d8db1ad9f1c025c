import asyncio


async def main(name):
    await asyncio.sleep(0)
    print("hello from", name)


def go():
    with asyncio.Runner() as runner:
        runner.run(main("first"))
        runner.run(main("second"))


go()

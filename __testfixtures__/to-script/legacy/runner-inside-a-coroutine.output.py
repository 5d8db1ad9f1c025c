import asyncio


async def step():
    await asyncio.sleep(0)
    return "stepped"


def test():
    async def inner():
        # the runner is running: this always raised
        return await step()

    with asyncio.Runner() as runner:
        return runner.run(inner())


print(test())

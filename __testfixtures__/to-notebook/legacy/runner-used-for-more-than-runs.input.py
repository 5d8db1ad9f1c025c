import asyncio


async def one():
    return 1


with asyncio.Runner() as runner:
    print(runner.run(one()))  # LS302
    print(type(runner).__name__)

import asyncio


async def first():
    return id(asyncio.get_running_loop())


with asyncio.Runner() as runner:
    a = runner.run(first())
    b = runner.run(first())
print("same loop:", a == b)

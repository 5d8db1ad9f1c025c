import asyncio


async def check(n):
    await asyncio.sleep(0)
    if n > 1:
        raise ValueError(n)
    return n


# The program ends with the error: main() is waited for.
with asyncio.Runner() as runner:
    print(runner.run(check(1)))
    print(runner.run(check(2)))

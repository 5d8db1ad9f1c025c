import asyncio


async def task(n):
    await asyncio.sleep(0)
    return n


runner = asyncio.run
jobs = [(asyncio.run, task(1)), (len, "four")]
print([function(argument) for function, argument in jobs])
print((runner or print)(task(3)))

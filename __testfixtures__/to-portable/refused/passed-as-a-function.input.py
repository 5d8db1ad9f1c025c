import asyncio


async def task(n):
    await asyncio.sleep(0)
    return n


jobs = [(asyncio.run, task(1)), (len, "four")]  # LS212
print([function(argument) for function, argument in jobs])

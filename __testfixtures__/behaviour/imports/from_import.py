from asyncio import run, sleep, gather

async def a():
    await sleep(0)
    return "a"

async def both():
    return await gather(a(), a())

print(run(both()))

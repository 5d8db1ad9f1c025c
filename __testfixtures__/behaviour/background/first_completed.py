import asyncio


async def server(name, delay):
    await asyncio.sleep(delay)
    return name


async def fastest():
    tasks = [asyncio.ensure_future(server(n, d)) for n, d in [("far", .5), ("near", .001)]]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for p in pending:
        p.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    return done.pop().result()


print("fastest:", asyncio.run(fastest()))

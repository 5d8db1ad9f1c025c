import asyncio


async def tick(name):
    while True:
        await asyncio.sleep(60)
        print("tick", name)


async def start(name):
    asyncio.create_task(tick(name))  # LS353
    asyncio.get_running_loop().call_later(60, print, "late")
    return name


async def wait():
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(future.set_result, "set")
    return await future


closed = []


async def rows():
    try:
        for n in range(3):
            yield n
    finally:
        closed.append(1)


async def first():
    async for row in rows():  # LS353
        if row > 0:
            break
        print(row)


# What is left on a loop stands still when its last run is over; on the kernel's it goes on.
loop = asyncio.get_running_loop()
task = loop.create_task(tick("beside"))  # LS353
ended = loop.create_task(wait())
print(await asyncio.create_task(start("inside")))
print(await asyncio.create_task(wait()))
print(await ended)
print(await asyncio.create_task(first()))

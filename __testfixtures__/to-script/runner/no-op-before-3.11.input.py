import asyncio

event = asyncio.Event()


async def wait():
    event.set()
    await event.wait()


await wait()  # LS701
exec("value = 3")
await wait()  # LS701
print(value)

import asyncio

event = asyncio.Event()


async def wait(label):
    event.set()
    await event.wait()
    return label


print(await wait("a"))
exec("value = 3")
for label in "bc":
    print(await wait(label), value)

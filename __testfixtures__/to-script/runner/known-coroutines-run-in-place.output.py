import asyncio

event = asyncio.Event()


async def wait(label):
    event.set()
    await event.wait()
    return label


runner = asyncio.Runner()
print(runner.run(wait("a")))
exec("value = 3")
for label in "bc":
    print(runner.run(wait(label)), value)
runner.close()

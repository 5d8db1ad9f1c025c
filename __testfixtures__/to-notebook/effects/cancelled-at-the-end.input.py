import asyncio


async def heartbeat(name):
    try:
        while True:
            await asyncio.sleep(0.01)
    finally:
        print(name, "stops")


async def tick():
    while True:
        await asyncio.sleep(0.01)


class Monitor:
    def __init__(self, name):
        self.name = name

    def stop(self, task):
        task.cancel()


async def says_so():
    task = asyncio.create_task(heartbeat("first"))
    await asyncio.sleep(0.02)
    task.cancel()
    print("work done")


async def through_a_method():
    task = asyncio.create_task(heartbeat("second"))
    await asyncio.sleep(0.02)
    Monitor("m").stop(task)


async def says_nothing():
    task = asyncio.create_task(tick())
    await asyncio.sleep(0.02)
    task.cancel()


async def waits_for_it():
    task = asyncio.create_task(heartbeat("third"))
    await asyncio.sleep(0.02)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


asyncio.run(says_so())  # LS354
print("after first")
asyncio.run(through_a_method())  # LS354
print("after second")
asyncio.run(says_nothing())
asyncio.run(waits_for_it())
print("after third")

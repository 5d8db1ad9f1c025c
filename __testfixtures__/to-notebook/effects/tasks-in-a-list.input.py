import asyncio

tasks = []


async def tick(n):
    await asyncio.sleep(0.01)
    print("tick", n)


async def start(n):
    # kept, looked at, and waited for by nobody
    tasks.append(asyncio.create_task(tick(n)))
    if tasks:
        print(len(tasks), tasks[0].done(), [each.done() for each in tasks])


async def start_and_wait(n):
    mine = [asyncio.create_task(tick(n)), asyncio.create_task(tick(n + 1))]
    for each in mine:
        await each


asyncio.run(start_and_wait(1))
asyncio.run(start(3))  # LS340
print([each.cancelled() for each in tasks])

import asyncio


async def work(n):
    print("work", n)
    await asyncio.sleep(0)
    return n


# Only the next await lets the tasks begin.
task = asyncio.create_task(work(1))
others = [asyncio.ensure_future(work(n)) for n in (2, 3)]
print("made")
await asyncio.sleep(0.01)
print(task.done())
print(await task, await asyncio.gather(*others))
print(eval("1"))

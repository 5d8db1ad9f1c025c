import asyncio


def report(task):
    print("done", task.cancelled())


async def worker():
    task = asyncio.current_task()
    task.add_done_callback(report)
    await asyncio.sleep(0)
    print("worked")


# its callback is called when it ends, in front of what follows
asyncio.run(worker())  # LS356
print("behind")


# a task of its own is the same everywhere, but which one it is cannot be seen from here
async def main():
    await asyncio.create_task(worker())
    await asyncio.sleep(0)
    print(asyncio.current_task().done())


asyncio.run(main())  # LS356

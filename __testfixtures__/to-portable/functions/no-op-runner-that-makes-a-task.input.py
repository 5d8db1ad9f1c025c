import asyncio


async def work(n):
    await asyncio.sleep(0)
    return n


# the task is made for the loop of the runner: a bridge would run on another
def both():
    with asyncio.Runner() as runner:
        task = runner.get_loop().create_task(work(1))
        return runner.run(work(2)), task.done()  # LS310


print(both())

import asyncio


async def work(n):
    print("work", n)
    await asyncio.sleep(0)
    return n


runner = asyncio.Runner()
# Only the next await lets the tasks begin.
task = runner.get_loop().create_task(work(1))
others = [runner.get_loop().create_task(work(n)) for n in (2, 3)]
print("made")
runner.run(asyncio.sleep(0.01))
print(task.done())


async def step():
    print(await task, await asyncio.gather(*others))


runner.run(step())

print(eval("1"))
runner.close()

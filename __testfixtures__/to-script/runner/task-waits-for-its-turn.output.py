import asyncio


async def work(n):
    print("work", n)
    await asyncio.sleep(0)
    return n


runner = asyncio.Runner()
# Only the next await lets the tasks begin.
task = runner.get_loop().create_task(work(1))


async def step():
    global others
    others = [asyncio.ensure_future(work(n)) for n in (2, 3)]


runner.run(step())

print("made")
runner.run(asyncio.sleep(0.01))
print(task.done())


async def step_2():
    print(await task, await asyncio.gather(*others))


runner.run(step_2())

print(eval("1"))
runner.close()

import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


loop = "loop"
task = "task"
asyncio.run(main(loop + task))

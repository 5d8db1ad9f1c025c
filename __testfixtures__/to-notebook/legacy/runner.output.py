import asyncio


async def work(name):
    await asyncio.sleep(0)
    return name.upper()


print(await work("a"))
task = asyncio.get_running_loop().create_task(work("b"))  # LS353
print(await asyncio.create_task(work("c")))

import asyncio


async def work(name):
    await asyncio.sleep(0)
    return name.upper()


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
task = loop.create_task(work("a"))
try:
    print(loop.run_until_complete(task))
finally:
    loop.close()

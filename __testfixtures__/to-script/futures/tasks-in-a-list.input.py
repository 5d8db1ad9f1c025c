import asyncio


async def work(number):
    await asyncio.sleep(0)
    return number * 2


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
try:
    tasks = [asyncio.ensure_future(work(number)) for number in range(3)]
    loop.run_until_complete(asyncio.wait(tasks))
    for task in tasks:
        print(task.result())
finally:
    loop.close()
print("end")

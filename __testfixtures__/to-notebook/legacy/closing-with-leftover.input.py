import asyncio
import contextlib


async def work(number):
    await asyncio.sleep(0)
    return number * number


with contextlib.closing(asyncio.new_event_loop()) as loop:
    tasks = [loop.create_task(work(number)) for number in range(3)]
    done, _ = loop.run_until_complete(asyncio.wait(tasks))
print(sorted(task.result() for task in done))

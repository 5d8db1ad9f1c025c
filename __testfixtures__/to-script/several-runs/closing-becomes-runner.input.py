from asyncio import new_event_loop
from contextlib import closing


async def work(number):
    return number * 2


with closing(new_event_loop()) as loop:
    for number in range(3):
        print(loop.run_until_complete(work(number)))

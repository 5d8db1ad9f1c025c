import asyncio

made = []


def make_task(loop, coroutine, **options):
    made.append(coroutine.__name__)
    return asyncio.Task(coroutine, loop=loop, **options)


async def main():
    return await asyncio.ensure_future(asyncio.sleep(0, "slept"))


loop = asyncio.new_event_loop()
loop.set_task_factory(make_task)
print(loop.run_until_complete(main()))  # LS302
print(made)
loop.close()

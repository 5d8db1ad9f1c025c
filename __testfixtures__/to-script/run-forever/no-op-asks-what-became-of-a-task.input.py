import asyncio


async def tick():
    while True:
        await asyncio.sleep(0.01)


loop = asyncio.new_event_loop()
task = loop.create_task(tick())
task.add_done_callback(print)
loop.call_later(0.03, loop.stop)
loop.run_forever()  # LS312
loop.close()
print(task.cancelled())

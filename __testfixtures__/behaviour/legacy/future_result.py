import asyncio


async def slow_operation(future):
    await asyncio.sleep(0.001)
    future.set_result('Future is done!')

loop = asyncio.get_event_loop()
future = loop.create_future()
asyncio.ensure_future(slow_operation(future))
loop.run_until_complete(future)
print(future.result())
loop.close()

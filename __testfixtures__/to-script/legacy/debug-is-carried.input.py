import asyncio


async def is_debugging():
    return asyncio.get_running_loop().get_debug()


loop = asyncio.new_event_loop()
loop.set_debug(True)
print(loop.run_until_complete(is_debugging()))
loop.close()

import asyncio


async def hello(name):
    await asyncio.sleep(0)
    return 'Hello, %s!' % name


loop = asyncio.get_event_loop()
try:
    print(loop.run_until_complete(hello('world')))
finally:
    loop.close()

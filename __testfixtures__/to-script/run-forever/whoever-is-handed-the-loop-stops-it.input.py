import asyncio


def hello(it):
    print("hello")
    it.stop()


async def bye():
    await asyncio.sleep(0)
    asyncio.get_running_loop().stop()


loop = asyncio.new_event_loop()
loop.call_later(5, hello, loop)
loop.create_task(bye())
loop.run_forever()
loop.close()
print("stopped")

import asyncio


async def main(name):
    await asyncio.sleep(0)
    return name.upper()


loop = asyncio.new_event_loop()
print(loop.run_until_complete(main("a")))
loop.close()

loop = asyncio.new_event_loop()
print(loop.run_until_complete(main("b")))
loop.close()

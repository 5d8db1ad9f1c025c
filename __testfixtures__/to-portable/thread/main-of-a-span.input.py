import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
try:
    first = loop.run_until_complete(main("first"))
    print(first)
    loop.run_until_complete(main("second"))
finally:
    loop.close()

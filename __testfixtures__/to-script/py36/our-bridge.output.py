import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    return name


def twice(name):
    loop = asyncio.get_event_loop()
    return loop.run_until_complete(main(name)) * 2


loop = asyncio.get_event_loop()
print(loop.run_until_complete(main()))
print(twice("ab"))

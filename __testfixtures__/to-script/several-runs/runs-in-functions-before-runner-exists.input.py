import asyncio

loop = asyncio.new_event_loop()


async def work(name):
    await asyncio.sleep(0)
    return name.upper()


def get(name):
    return loop.run_until_complete(work(name))  # LS306


print(get("a"), get("b"))
loop.close()

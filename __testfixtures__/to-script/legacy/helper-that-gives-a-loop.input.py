import asyncio


def get_loop():
    try:
        return asyncio.get_event_loop()
    except RuntimeError:
        loop = asyncio.new_event_loop()
        asyncio.set_event_loop(loop)
        return loop


async def main(name):
    await asyncio.sleep(0)
    return name.upper()


print(get_loop().run_until_complete(main("a")))

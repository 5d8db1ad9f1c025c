import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


def go(name):
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(main(name))
    finally:
        loop.close()


print(go("loop"))

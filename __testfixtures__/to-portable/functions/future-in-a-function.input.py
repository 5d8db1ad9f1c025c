import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


def go():
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    names = loop.run_until_complete(asyncio.gather(main("a"), main("b")))
    loop.close()
    return names


print(go())

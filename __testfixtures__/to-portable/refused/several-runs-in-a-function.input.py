import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


def go():
    loop = asyncio.new_event_loop()
    first = loop.run_until_complete(main("first"))  # LS310
    second = loop.run_until_complete(main(first))  # LS310
    loop.close()
    return second


print(go())

import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


def go(name):
    try:  # LS607
        loop = asyncio.get_running_loop()
        return loop.run_until_complete(main(name))
    except RuntimeError:
        return asyncio.run(main(name))


print(go("one"))

import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


def go(name):
    try:  # LS613
        loop = asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(main(name))
    import nest_asyncio

    nest_asyncio.apply()
    return loop.run_until_complete(main(name))


print(go("one"))

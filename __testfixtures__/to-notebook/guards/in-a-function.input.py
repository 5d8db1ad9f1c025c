import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


def go(name):
    """Run main."""
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(main(name))
    task = loop.create_task(main(name))
    return task


print(go("function"))

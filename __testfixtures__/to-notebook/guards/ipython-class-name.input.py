import asyncio


def in_notebook():
    try:
        shell = get_ipython().__class__.__name__
        if shell == "ZMQInteractiveShell":
            return True
        return False
    except NameError:
        return False


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


if in_notebook():
    task = asyncio.create_task(main())
else:
    asyncio.run(main())

import asyncio


def in_notebook():
    try:
        return get_ipython().__class__.__name__ == "ZMQInteractiveShell"
    except NameError:
        return False


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


if in_notebook():  # LS610
    task = asyncio.create_task(main())
else:
    asyncio.run(main())

import asyncio


def loop_is_running():
    """Whether we are in a notebook."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


if loop_is_running():
    task = asyncio.create_task(main())
else:
    asyncio.run(main())

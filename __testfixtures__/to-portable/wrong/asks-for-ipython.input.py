import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


if "get_ipython" in globals():  # LS610
    task = asyncio.create_task(main())
    task.add_done_callback(lambda t: t.result())
else:
    asyncio.run(main())

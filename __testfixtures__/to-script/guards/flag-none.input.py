import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


# In a notebook a loop is running already.
try:
    loop = asyncio.get_running_loop()
except RuntimeError:
    loop = None

if loop and loop.is_running():
    task = loop.create_task(main())  # keep a reference
    task.add_done_callback(lambda t: t.result())
else:
    # a plain script
    asyncio.run(main())

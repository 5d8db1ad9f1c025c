import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


try:
    asyncio.get_running_loop()
    in_loop = True
except RuntimeError:
    in_loop = False

if not in_loop:
    print(asyncio.run(main("one")))
    print("one is done")
else:
    task = asyncio.ensure_future(main("one"))
    task.add_done_callback(lambda t: print(t.result()))

import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


try:
    loop = asyncio.get_running_loop()
except RuntimeError:
    asyncio.run(main("a"))  # LS602
    asyncio.run(main("b"))  # LS602
else:
    tasks = [loop.create_task(main("a")), loop.create_task(main("b"))]

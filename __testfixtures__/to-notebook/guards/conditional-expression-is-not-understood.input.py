import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


try:
    loop = asyncio.get_running_loop()
except RuntimeError:
    loop = None
done = asyncio.run(main()) if loop is None else loop.create_task(main())  # LS602

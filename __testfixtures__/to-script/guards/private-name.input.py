import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


if asyncio._get_running_loop() is None:
    asyncio.run(main())
else:
    task = asyncio.create_task(main())

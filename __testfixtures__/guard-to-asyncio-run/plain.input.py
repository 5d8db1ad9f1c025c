import asyncio


async def main():
    await asyncio.sleep(0)
    return 42


try:
    loop = asyncio.get_running_loop()
except RuntimeError:
    loop = None
if loop is None:
    asyncio.run(main())
else:
    loop.create_task(main())

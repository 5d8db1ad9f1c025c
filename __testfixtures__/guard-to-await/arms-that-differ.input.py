import asyncio


async def main():
    await asyncio.sleep(0)
    return 42


async def other():
    print('other')


try:  # LS601
    loop = asyncio.get_running_loop()
except RuntimeError:
    loop = None
if loop is None:
    asyncio.run(main())
else:
    task = loop.create_task(other())

# two different coroutines
import asyncio


async def main():
    await asyncio.sleep(0)
    print("main")
    return 1


async def other():
    print("other")


try:
    loop = asyncio.get_running_loop()
except RuntimeError:
    asyncio.run(main())
else:
    task = loop.create_task(other())

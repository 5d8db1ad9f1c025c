# G1 the same, and nobody keeps the task
import asyncio


async def main():
    await asyncio.sleep(0)
    print("main")
    return 1


try:
    loop = asyncio.get_running_loop()
except RuntimeError:
    loop = None
if loop:
    loop.create_task(main())
else:
    asyncio.run(main())

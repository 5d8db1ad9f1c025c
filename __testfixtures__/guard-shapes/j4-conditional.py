# a conditional expression
import asyncio


async def main():
    await asyncio.sleep(0)
    print("main")
    return 1


try:
    loop = asyncio.get_running_loop()
except RuntimeError:
    loop = None
done = asyncio.run(main()) if loop is None else loop.create_task(main())

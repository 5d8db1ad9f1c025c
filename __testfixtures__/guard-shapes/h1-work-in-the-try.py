# the loop arm inside the `try`
import asyncio


async def main():
    await asyncio.sleep(0)
    print("main")
    return 1


try:
    loop = asyncio.get_running_loop()
    task = loop.create_task(main())
    task.add_done_callback(lambda task: print("done", task.result()))
except RuntimeError:
    result = asyncio.run(main())
    print("done", result)

# another run on the loop that the guard runs on
import asyncio


async def main():
    await asyncio.sleep(0)
    print("main")
    return 1


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
if loop.is_running():
    task = loop.create_task(main())
else:
    loop.run_until_complete(main())
loop.run_until_complete(main())

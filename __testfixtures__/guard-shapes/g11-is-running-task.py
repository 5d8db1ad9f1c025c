# G11 `loop.is_running()`: `create_task`, else `run_until_complete`
import asyncio


async def main():
    await asyncio.sleep(0)
    print("main")
    return 1


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
if asyncio.get_event_loop().is_running():
    asyncio.ensure_future(main())
else:
    asyncio.get_event_loop().run_until_complete(main())

# G10 `asyncio.run` tried first
import asyncio


async def main():
    await asyncio.sleep(0)
    print("main")
    return 1


try:
    asyncio.run(main())
except RuntimeError:
    asyncio.get_event_loop().create_task(main())

import asyncio
from uvloop import new_event_loop


async def main():
    await asyncio.sleep(0)
    print(type(asyncio.get_running_loop()).__module__)


def go():
    loop = new_event_loop()
    try:
        loop.run_until_complete(main())
        print("between")
        loop.run_until_complete(main())
    finally:
        loop.close()


go()

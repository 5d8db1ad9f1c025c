import asyncio
import sys


async def main():
    await asyncio.sleep(0)
    print(type(asyncio.get_running_loop()).__name__)


if __name__ == "__main__":
    if sys.platform == "win32":
        # the database driver wants a selector
        asyncio.set_event_loop_policy(asyncio.WindowsSelectorEventLoopPolicy())  # not a proactor
    asyncio.run(main())

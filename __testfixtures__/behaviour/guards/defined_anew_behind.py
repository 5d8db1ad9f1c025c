"""What the coroutine calls is defined once more behind the run."""
import asyncio


def name():
    return "first"


async def main():
    await asyncio.sleep(0)
    print(name())


asyncio.run(main())


def name():
    return "second"

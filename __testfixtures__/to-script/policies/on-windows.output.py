import asyncio


async def main():
    await asyncio.sleep(0)
    print(type(asyncio.get_running_loop()).__name__)


if __name__ == "__main__":
    # the database driver wants a selector
    # not a proactor
    asyncio.run(main(), loop_factory=asyncio.SelectorEventLoop)

import asyncio


async def main():
    await asyncio.sleep(0)
    print(type(asyncio.get_running_loop()).__name__)


asyncio.run(main(), loop_factory=asyncio.SelectorEventLoop)

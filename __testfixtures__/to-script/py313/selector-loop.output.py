import asyncio
import selectors

async def main():
    await asyncio.sleep(0)
    print(type(asyncio.get_running_loop()).__name__)

print(asyncio.run(main(), loop_factory=asyncio.SelectorEventLoop))

import asyncio
import selectors

async def main():
    await asyncio.sleep(0)
    print(type(asyncio.get_running_loop()).__name__)

loop = asyncio.SelectorEventLoop()
print(loop.run_until_complete(main()))
loop.close()

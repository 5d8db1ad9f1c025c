import asyncio
import selectors

async def main():
    await asyncio.sleep(0)
    print(type(asyncio.get_running_loop()._selector).__name__)

loop = asyncio.SelectorEventLoop(selectors.SelectSelector())
print(loop.run_until_complete(main()))  # LS304
loop.close()

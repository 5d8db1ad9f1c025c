# G7 `get_event_loop`, except: `new_event_loop` and `set_event_loop`
import asyncio


async def main():
    await asyncio.sleep(0)
    print("main")
    return 1


try:
    loop = asyncio.get_event_loop()
except RuntimeError:
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
print(loop.run_until_complete(main()))

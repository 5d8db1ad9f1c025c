# G6 `get_running_loop`, except: `new_event_loop`
import asyncio


async def main():
    await asyncio.sleep(0)
    print("main")
    return 1


try:
    loop = asyncio.get_running_loop()
except RuntimeError:
    loop = asyncio.new_event_loop()
print(loop.run_until_complete(main()))
loop.close()

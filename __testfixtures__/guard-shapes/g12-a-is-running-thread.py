# G12 `loop.is_running()`: a thread, else `asyncio.run`
import asyncio


async def main():
    await asyncio.sleep(0)
    print("main")
    return 1


import threading

asyncio.set_event_loop(asyncio.new_event_loop())
if asyncio.get_event_loop().is_running():
    thread = threading.Thread(target=asyncio.run, args=(main(),))
    thread.start()
    thread.join()
else:
    asyncio.run(main())

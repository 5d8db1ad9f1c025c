import asyncio
import threading


async def work():
    await asyncio.sleep(0)
    return "work"


loop = asyncio.new_event_loop()
threading.Thread(target=loop.run_forever, daemon=True).start()
print(asyncio.run_coroutine_threadsafe(work(), loop).result())  # LS807
loop.call_soon_threadsafe(loop.stop)

import asyncio
import threading

loop = asyncio.new_event_loop()
thread = threading.Thread(target=loop.run_forever, daemon=True)
thread.start()


async def add(a, b):
    await asyncio.sleep(0)
    return a + b


future = asyncio.run_coroutine_threadsafe(add(2, 3), loop)
print(future.result(timeout=5))
loop.call_soon_threadsafe(loop.stop)
thread.join()
print("stopped", loop.is_running())

import asyncio
import contextvars
import threading


async def get(n):
    await asyncio.sleep(0)
    return n


thread = threading.Thread(target=asyncio.run, args=(get(1),))  # LS213
thread.start()
thread.join()
context = contextvars.copy_context()
thread = threading.Thread(target=lambda: print(asyncio.run(get(2))))  # LS213
thread.start()
thread.join()
print(context)

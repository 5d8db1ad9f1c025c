import asyncio
import atexit

queue = asyncio.Queue()
atexit.register(print, "goodbye")
await queue.put(1)
print(await queue.get())

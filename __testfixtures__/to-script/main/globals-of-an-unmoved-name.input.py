import asyncio

queue = asyncio.Queue()
await queue.put(1)
globals()["value"] = await queue.get()
print(value)

import asyncio

queue = asyncio.Queue()
await queue.put(1)
exec("value = 2")
print(value, await queue.get())

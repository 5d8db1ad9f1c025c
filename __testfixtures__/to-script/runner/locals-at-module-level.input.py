import asyncio

queue = asyncio.Queue()
await queue.put("x")
print("queue" in locals())
item = await queue.get()
print(item)

import asyncio

queue = asyncio.Queue()
await queue.put(1)  # LS701
exec("value = 2")
print(value, await queue.get())  # LS701

import asyncio

queue = asyncio.Queue()
runner = asyncio.Runner()
runner.run(queue.put("x"))
print("queue" in locals())
item = runner.run(queue.get())
print(item)
runner.close()

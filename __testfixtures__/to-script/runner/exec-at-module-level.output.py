import asyncio

queue = asyncio.Queue()
runner = asyncio.Runner()
runner.run(queue.put(1))
exec("value = 2")
print(value, runner.run(queue.get()))
runner.close()

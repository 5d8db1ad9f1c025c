import asyncio

loop = asyncio.get_running_loop()
print(await loop.run_in_executor(None, sum, [1, 2]))

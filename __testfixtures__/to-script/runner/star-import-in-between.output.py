import asyncio

queue = asyncio.Queue()
runner = asyncio.Runner()
runner.run(queue.put(4))
from math import *

print(sqrt(runner.run(queue.get())))
runner.close()

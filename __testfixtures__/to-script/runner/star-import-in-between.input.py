import asyncio

queue = asyncio.Queue()
await queue.put(4)
from math import *

print(sqrt(await queue.get()))

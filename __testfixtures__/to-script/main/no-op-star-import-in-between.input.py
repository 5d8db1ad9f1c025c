import asyncio

queue = asyncio.Queue()
await queue.put(4)  # LS702
from math import *

print(sqrt(await queue.get()))  # LS702

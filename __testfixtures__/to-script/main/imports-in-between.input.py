import asyncio

event = asyncio.Event()
event.set()
await event.wait()

import asyncio
import json  # for output
from os import path as p, sep

print(json.dumps([p.basename("a" + sep + "b")]))

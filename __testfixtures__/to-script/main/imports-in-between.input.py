import asyncio

async with asyncio.Lock():
    print("locked")

import asyncio
import json  # for output
from os import path as p, sep

print(json.dumps([p.basename("a" + sep + "b")]))

import asyncio
import os

lock = asyncio.Lock()
async with lock:
    home = os.environ.get("HOME", "")
    with open(__file__) as file:
        first = file.readline()

import xml.dom.minidom as minidom
from email.mime import text

print(first.strip(), minidom.__name__, text.__name__, "HOME" in os.environ, os.environ["PATH"] != home)

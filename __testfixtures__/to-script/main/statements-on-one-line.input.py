import asyncio
q = asyncio.Queue(); await q.put(1); print(await q.get())
import json; print(json.dumps(1))
if True: print(await asyncio.sleep(0, 2))

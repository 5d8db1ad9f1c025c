import asyncio
import uvloop

uvloop.install()  # LS810
print(await asyncio.sleep(0, 1))

import asyncio
import sys

if sys.version_info < (3, 7):
    from backports import run
else:
    run = asyncio.run


async def get(n):
    await asyncio.sleep(0)
    return n


print(run(get(1)))  # LS210

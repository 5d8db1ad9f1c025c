import asyncio

from library import pending

print(asyncio.run(pending))  # LS314

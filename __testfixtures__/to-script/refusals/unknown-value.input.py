import asyncio

from library import pending

loop = asyncio.new_event_loop()
print(loop.run_until_complete(pending))
loop.close()

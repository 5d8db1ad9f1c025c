import asyncio

import library

loop = asyncio.new_event_loop()
print([loop.run_until_complete(library.connect(n)) for n in range(2)])  # LS307
values = lambda: [loop.run_until_complete(asyncio.gather(library.connect(n))) for n in range(2)]  # LS307
loop.close()

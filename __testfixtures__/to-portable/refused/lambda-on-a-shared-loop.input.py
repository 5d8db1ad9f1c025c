import asyncio

import library

loop = asyncio.new_event_loop()
print([loop.run_until_complete(library.connect(n)) for n in range(2)])  # LS301
later = lambda: loop.run_until_complete(asyncio.gather(library.connect(2)))  # LS201
loop.close()
asyncio.run(library.close())  # LS301

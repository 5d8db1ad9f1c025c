import asyncio
for x in range(3): await asyncio.sleep(0)
print([await asyncio.sleep(0, x) for x in range(2)])

import asyncio; import sys
async def a(): return 1
async def b(x): await asyncio.sleep(0); return x
x = asyncio.run(a()); y = asyncio.run(b(2)); print(x, y)
if x: print("x"); print(asyncio.run(b("inline")))
for i in range(2): z = asyncio.run(b(i)); print(z)

import asyncio
async def double(x): return 2 * x
result = asyncio.run(double(21))
print(result, asyncio.run(double(1)))
for i in range(2): print(asyncio.run(double(i)))

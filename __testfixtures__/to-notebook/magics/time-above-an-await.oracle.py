import asyncio
async def double(x):
    return 2 * x
asyncio.run(double(4))

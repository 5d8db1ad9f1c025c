import asyncio

async def double(x):  # LS509
    return 2 * x

result = asyncio.run(double(21))
print(result)

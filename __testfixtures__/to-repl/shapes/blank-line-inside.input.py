import asyncio

async def double(x):  # LS510
    y = 2 * x

    return y

print(asyncio.run(double(21)))

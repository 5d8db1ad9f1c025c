import asyncio


async def odd(x):
    await asyncio.sleep(0)
    return x % 2 == 1


print([i for i in range(5) if await odd(i)])
print({await odd(i): i for i in range(3)})

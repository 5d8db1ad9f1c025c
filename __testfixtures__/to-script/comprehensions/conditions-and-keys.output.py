import asyncio


async def odd(x):
    await asyncio.sleep(0)
    return x % 2 == 1


print([i for i in range(5) if asyncio.run(odd(i))])
print({asyncio.run(odd(i)): i for i in range(3)})

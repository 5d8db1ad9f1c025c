import asyncio


async def f(n):
    await asyncio.sleep(0)
    return n % 3


numbers = range(7)
print([asyncio.run(f(n)) for n in numbers])
print({asyncio.run(f(n)) for n in numbers})
print({n: asyncio.run(f(n)) for n in numbers if asyncio.run(f(n))})
print(sum(asyncio.run(f(n)) for n in numbers))

import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


print(sum(asyncio.run(get(n)) for n in range(3)))  # LS202
print(sum(n for n in asyncio.run(get([1, 2]))))
print([asyncio.run(get(n)) for n in range(3) if asyncio.run(get(n))])
print({asyncio.run(get(n)): asyncio.run(get(-n)) for n in asyncio.run(get([1, 2]))})
